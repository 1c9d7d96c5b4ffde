/** A goal that a visit reaches once, at the first hit that shows it. */
import type { GoalMatcher } from './goal-type.ts';
import type { Subject } from './subject.ts';

const REACHED_NONE: readonly number[] = Object.freeze([]);

/** @param mark what was kept under another one is of the goal before an edit [G17] */
export function onceAVisit(mark: number, fits: (subject: Subject) => boolean): GoalMatcher {
  return {
    mark,
    match(subject, place, memory) {
      if (memory?.mark === mark) return { reached: REACHED_NONE, memory };
      if (!fits(subject)) return { reached: REACHED_NONE, memory: null };
      return { reached: [place], memory: { mark, taken: [], waiting: [] } };
    },
    slow: [],
  };
}
