/** Goal type `search`: a page of results of the site's own search, known by its parameter [G39]. */
import { anyOf } from '../conditions.ts';
import type { GoalFact } from '../fact.ts';
import { defineGoalType } from '../goal-type.ts';

/** Parameters that searches usually have. */
const USUAL = ['q', 'text', 'query', 'search'];

const view = (url: string): GoalFact => ({ kind: 'view', url });
const by = (...names: readonly string[]) => ({
  conditions: names.map((url) => ({ type: 'search' as const, url })),
  steps: [],
});

export const search = defineGoalType({
  id: 'search',
  compile: ({ conditions }) => {
    const names = conditions.length === 0 ? USUAL : conditions.map(({ url }) => url.trim());
    return anyOf([
      (subject) => {
        const filled = subject.parameters();
        return filled.size > 0 && names.some((name) => filled.has(name));
      },
    ]);
  },
  identifiers: () => null,
  examples: [
    {
      goal: by('find'),
      yes: [view('https://shop.example/?page=2&find=boots#top')],
      no: [
        view('https://shop.example/?find='),
        view('https://shop.example/find=boots'),
        view('https://shop.example/?q=boots'),
      ],
    },
    {
      goal: by(),
      yes: [
        view('https://shop.example/search?q=boots'),
        view('https://shop.example/?text=%D0%B1'),
        view('/?query=a&search='),
      ],
      no: [
        view('https://shop.example/?q=+'),
        view('https://shop.example/?Q=boots'),
        view('https://shop.example/#?q=boots'),
      ],
    },
  ],
});
