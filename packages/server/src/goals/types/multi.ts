/** Goal type `multi`: any of several conditions of other types, or all of them within one visit [G57, G58]. */
import { ownFieldsOf, type GoalPart, type PartTypeName } from '@goalpost/contract/goals';
import type { GoalFact } from '../fact.ts';
import { defineGoalType, type GoalMatcher, type GoalType } from '../goal-type.ts';
import { fingerprint } from '../steps/fingerprint.ts';
import { STEP_GOAL_TYPES } from '../steps/step-types.ts';
import type { StepsTaken } from '../steps/steps-taken.ts';
import { activeTime } from './active_time.ts';
import { number } from './number.ts';
import { scroll } from './scroll.ts';
import { visitDuration } from './visit_duration.ts';

const PART_GOAL_TYPES: Readonly<Record<PartTypeName, GoalType>> = {
  ...STEP_GOAL_TYPES,
  number,
  visit_duration: visitDuration,
  scroll,
  active_time: activeTime,
};

const REACHED_NONE: readonly number[] = Object.freeze([]);

const compilePart = (part: GoalPart): GoalMatcher =>
  PART_GOAL_TYPES[part.type].compile({
    conditions: part.conditions,
    steps: [],
    fields: ownFieldsOf(part.type, part),
  });

export const multi = defineGoalType({
  id: 'multi',
  compile({ any, all }) {
    const isAll = all !== undefined;
    const parts = (all ?? any ?? []).map(compilePart);
    const none: StepsTaken = { mark: fingerprint([isAll, all ?? any]), taken: [], waiting: [] };
    /** The parts that this hit fits and the visit has not met for good; with those that it now has. */
    const fit = (subject: Parameters<GoalMatcher['match']>[0], place: number, met: readonly number[]) => {
      const fitting: GoalMatcher[] = [];
      const newlyMet: number[] = [];
      for (const [index, part] of parts.entries()) {
        if (met.includes(index)) continue;
        const { reached, memory } = part.match(subject, place, null);
        if (reached.length === 0) continue;
        fitting.push(part);
        // A part that keeps a memory is one that a visit reaches once.
        if (isAll || memory !== null) newlyMet.push(index);
      }
      return { fitting, newlyMet };
    };
    return {
      match(subject, place, memory) {
        const before = memory?.mark === none.mark ? memory : none;
        if (isAll && before.taken.length === parts.length) return { reached: REACHED_NONE, memory };
        const { fitting, newlyMet } = fit(subject, place, before.taken);
        const taken = newlyMet.length === 0 ? before.taken : [...before.taken, ...newlyMet];
        const isReached = isAll ? newlyMet.length > 0 && taken.length === parts.length : fitting.length > 0;
        return {
          reached: isReached ? [place] : REACHED_NONE,
          memory: taken === before.taken ? null : { ...before, taken },
        };
      },
      price(subject) {
        const order = parts.find(
          (part) => part.price !== undefined && part.match(subject, 0, null).reached.length > 0,
        );
        return order?.price?.(subject);
      },
      slow: parts.flatMap(({ slow }) => slow),
    };
  },
  identifiers: () => null,
  examples: [
    {
      goal: { conditions: [], steps: [], any: [on('action', 'call'), on('url', '/thanks'), on('phone')] },
      yes: [event('call'), view('https://shop.example/thanks'), click('tel:+74951234567')],
      no: [event('/thanks'), view('https://shop.example/'), click('mailto:a@shop.example')],
    },
    {
      goal: { conditions: [], steps: [], any: [on('action', 'call'), { ...on('scroll'), depth: 50 }] },
      yes: [[event('call'), event('call')], scrolled(60), [scrolled(60), event('call')]],
      no: [scrolled(40), [scrolled(60), scrolled(70)]],
    },
    {
      goal: {
        conditions: [],
        steps: [],
        all: [on('url', '/cart'), on('action', 'chat'), { ...on('number'), depth: 2 }],
      },
      yes: [
        [view('https://shop.example/cart'), event('chat'), view('https://shop.example/')],
        [event('chat'), view('https://shop.example/'), view('https://shop.example/cart')],
      ],
      no: [
        [view('https://shop.example/cart'), event('chat')],
        [view('https://shop.example/'), view('https://shop.example/cart'), event('call')],
        [view('https://shop.example/cart'), event('chat'), view('https://shop.example/'), event('chat')],
      ],
    },
  ],
});

function event(identifier: string): GoalFact {
  return { kind: 'event', identifier };
}
function view(url: string): GoalFact {
  return { kind: 'view', url };
}
function click(url: string): GoalFact {
  return { kind: 'link', url, page: 'https://shop.example/' };
}
function scrolled(depth: number): GoalFact {
  return {
    kind: 'engagement',
    url: `engagement://shop.example/?at=1&sd=${depth}`,
    page: 'https://shop.example/',
  };
}
function on(type: PartTypeName, value?: string): GoalPart {
  return { type, conditions: value === undefined ? [] : [{ type: 'exact', url: value }] };
}
