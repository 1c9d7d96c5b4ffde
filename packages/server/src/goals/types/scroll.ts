/** Goal type `scroll`: a page that is scrolled so far, once a visit [G49]. */
import type { GoalFact } from '../fact.ts';
import { defineGoalType } from '../goal-type.ts';
import { onceAVisit } from '../once-a-visit.ts';

const scrolled = (percent: string): GoalFact => ({
  kind: 'engagement',
  url: `engagement://shop.example/?at=5&sd=${percent}`,
  page: 'https://shop.example/',
});
const to = (depth: number) => ({ conditions: [], steps: [], fields: { depth } });

export const scroll = defineGoalType({
  id: 'scroll',
  compile: ({ fields: { depth = Number.POSITIVE_INFINITY } = {} }) =>
    onceAVisit(depth, ({ kind, done }) => kind === 'engagement' && done().count('sd') >= depth),
  identifiers: () => null,
  examples: [
    {
      goal: to(75),
      yes: [scrolled('75'), scrolled('100'), [scrolled('10'), scrolled('80')]],
      no: [
        scrolled('74'),
        scrolled(''),
        [scrolled('90'), scrolled('95')],
        { kind: 'view', url: 'https://shop.example/?sd=90' },
      ],
    },
  ],
});
