/** How far from the usual number of visits is too few, and too many. */
import type { Rule } from '../detect/watch.ts';

export const FEWER: Rule = {
  direction: 'low',
  ratio: 0.5,
  least: 10,
  longest: 24,
  overRatio: 0.7,
  overHours: 2,
};
export const MORE: Rule = {
  direction: 'high',
  ratio: 2,
  least: 20,
  longest: 24,
  overRatio: 1.4,
  overHours: 2,
};
