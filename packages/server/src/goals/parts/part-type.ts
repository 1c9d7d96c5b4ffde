/** The server's side of a condition of a goal of several that is no goal by itself. */
import type { GoalPart, OwnFields, PartTypeName } from '@goalpost/contract/goals';
import type { Subject } from '../subject.ts';
import type { GoalMatcher } from '../goal-type.ts';

export interface PartType {
  readonly id: PartTypeName;
  compile(part: Pick<GoalPart, 'conditions'> & { readonly fields: OwnFields }): GoalMatcher;
}

const REACHED_NONE = Object.freeze({ reached: Object.freeze([]), memory: null });

/** A matcher that keeps nothing of the visit. */
export const whenever = (fits: (subject: Subject) => boolean): GoalMatcher => ({
  match: (subject, place) => (fits(subject) ? { reached: [place], memory: null } : REACHED_NONE),
  slow: [],
});
