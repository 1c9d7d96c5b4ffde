/** Goal type `multi`: any of several conditions of other types, or all of them within one visit [G57, G58]. */
import { descriptorOf, ownFieldsOf, type GoalPart, type PartTypeName } from '@goalpost/contract/goals';
import { fitsAddress } from '../addresses/by-address-alone.ts';
import { concerns, type GoalFact, type VisitSoFar } from '../fact.ts';
import { defineGoalType, type GoalMatcher, type GoalType } from '../goal-type.ts';
import { devicePart } from '../parts/device.ts';
import type { PartType } from '../parts/part-type.ts';
import { pricePart } from '../parts/price.ts';
import { sourcePart } from '../parts/source.ts';
import { fingerprint } from '../steps/fingerprint.ts';
import { STEP_GOAL_TYPES } from '../steps/step-types.ts';
import type { StepsTaken } from '../steps/steps-taken.ts';
import { subjectOf } from '../subject.ts';
import { activeTime } from './active_time.ts';
import { number } from './number.ts';
import { scroll } from './scroll.ts';
import { visitDuration } from './visit_duration.ts';

const PART_GOAL_TYPES: Readonly<Record<PartTypeName, Pick<GoalType, 'compile'> | PartType>> = {
  ...STEP_GOAL_TYPES,
  number,
  visit_duration: visitDuration,
  scroll,
  active_time: activeTime,
  price: pricePart,
  device: devicePart,
  source: sourcePart,
};

const REACHED_NONE: readonly number[] = Object.freeze([]);
const FIT_NONE = Object.freeze({ fitting: Object.freeze([]), newlyMet: REACHED_NONE });

const compilePart = (part: GoalPart): GoalMatcher =>
  PART_GOAL_TYPES[part.type].compile({
    conditions: part.conditions,
    steps: [],
    fields: ownFieldsOf(part.type, part),
  });

type Subject = Parameters<GoalMatcher['match']>[0];

const fitsNow = (part: GoalMatcher, subject: Subject): boolean =>
  part.match(subject, 0, null).reached.length > 0;

/** Whether the hit meets the condition by itself, as if nothing had been before. */
export function partFits(part: GoalPart, fact: GoalFact, visit: VisitSoFar): boolean {
  const concerned = isState(part) || concerns(descriptorOf(part.type).facts, fact);
  return concerned && fitsNow(compilePart(part), subjectOf(fact, visit));
}

const isState = ({ type }: Pick<GoalPart, 'type'>): boolean => descriptorOf(type).isState === true;

/** Those that have to happen: `taken` says by their places here which did. */
export const happeningParts = (parts: readonly GoalPart[]): readonly GoalPart[] =>
  parts.filter((part) => !isState(part));

/** How much of `taken` says that the goal was reached: beside the parts, a mark where there are states. */
export function takenOfWhole(all: readonly GoalPart[]): number {
  const happening = happeningParts(all).length;
  return happening + (happening < all.length ? 1 : 0);
}

export const multi = defineGoalType({
  id: 'multi',
  compile({ any, all }) {
    const isAll = all !== undefined;
    const given = all ?? any ?? [];
    const compiled = given.map((part) => ({ type: part.type, part: compilePart(part) }));
    const parts = compiled.filter((one) => !isState(one)).map(({ part }) => part);
    const states = compiled.filter(isState).map(({ part }) => part);
    const none: StepsTaken = { mark: fingerprint([isAll, all ?? any]), taken: [], waiting: [] };
    const whole = takenOfWhole(given);
    /** The parts that this hit fits and the visit has not met for good; with those that it now has. */
    const fit = (subject: Subject, place: number, met: readonly number[]) => {
      let fitting: GoalMatcher[] | null = null;
      let newlyMet: number[] | null = null;
      for (let index = 0; index < parts.length; index++) {
        const part = parts[index] as GoalMatcher;
        // Nearly every hit fits no part.
        if (part.test?.(subject) === false || met.includes(index)) continue;
        const { reached, memory } = part.match(subject, place, null);
        if (reached.length === 0) continue;
        (fitting ??= []).push(part);
        // A part that keeps a memory is one that a visit reaches once.
        if (isAll || memory !== null) (newlyMet ??= []).push(index);
      }
      return fitting === null ? FIT_NONE : { fitting, newlyMet: newlyMet ?? REACHED_NONE };
    };
    return {
      mark: none.mark,
      fitsAddress: fitsAddress(compiled.map(({ type, part }) => ({ type, matcher: part }))),
      match(subject, place, memory) {
        const before = memory?.mark === none.mark ? memory : none;
        if (isAll && before.taken.length === whole) return { reached: REACHED_NONE, memory };
        const { fitting, newlyMet } = fit(subject, place, before.taken);
        let taken = newlyMet.length === 0 ? before.taken : [...before.taken, ...newlyMet];
        // How things are is looked at when all that has to happen has happened [G72].
        const isReached = isAll
          ? taken.length === parts.length && states.every((state) => fitsNow(state, subject))
          : fitting.length > 0;
        if (isAll && isReached && states.length > 0) taken = [...taken, parts.length];
        return {
          reached: isReached ? [place] : REACHED_NONE,
          memory: taken === before.taken ? null : { ...before, taken },
        };
      },
      price(subject) {
        const order = parts.find((part) => part.price !== undefined && fitsNow(part, subject));
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
    {
      goal: {
        conditions: [],
        steps: [],
        all: [
          on('action', 'lead'),
          { ...on('price'), price_from: 1_000, price_to: 5_000 },
          { type: 'device', conditions: [{ type: 'device', url: 'mobile' }] },
        ],
      },
      yes: [
        priced(1_000, 'mobile'),
        [priced(5_000, 'desktop'), priced(0, 'mobile')],
        [priced(0, 'mobile'), priced(2_000, 'mobile')],
      ],
      no: [
        priced(999, 'mobile'),
        priced(5_001, 'mobile'),
        priced(2_000, 'desktop'),
        [priced(2_000, 'mobile'), priced(2_000, 'mobile')],
      ],
    },
  ],
});

function event(identifier: string): GoalFact {
  return { kind: 'event', identifier };
}
function priced(price: number, device: string): GoalFact {
  return { ...event('lead'), price, device, params: JSON.stringify({ order_price: price }) };
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
