/** Goal type `form`: a form that is sent [G45]. */
import type { Condition } from '@goalpost/contract/goals';
import { onElement } from '../done/elements.ts';
import type { GoalFact } from '../fact.ts';
import { defineGoalType } from '../goal-type.ts';

const PAGE = 'https://shop.example/contacts';
const form = (query: string, page = PAGE): GoalFact => ({
  kind: 'form',
  url: `form://shop.example/?${query}`,
  page,
});
const one = (type: Condition['type'], value: string) => ({
  conditions: [{ type, url: value }],
  steps: [],
});

export const formGoal = defineGoalType({
  id: 'form',
  compile: ({ conditions }) => onElement('form', conditions, ({ kind }) => kind === 'form'),
  identifiers: () => null,
  examples: [
    {
      goal: one('id', 'lead'),
      yes: [form('i=lead&n=callback&p=F1'), form('p=F&i=lead')],
      no: [
        form('i=lead2&n=lead'),
        form(''),
        { kind: 'button', url: 'btn://shop.example/?i=lead', page: PAGE },
      ],
    },
    {
      goal: one('name', 'call back'),
      yes: [form('n=call%20back')],
      no: [form('n=call'), form('i=call+back')],
    },
    { goal: one('path', 'F1D0'), yes: [form('i=&n=&p=F1D0')], no: [form('p=F1D')] },
    {
      goal: one('page', '/contacts'),
      yes: [form('i=lead')],
      no: [form('i=contacts', 'https://shop.example/'), { kind: 'view', url: PAGE }],
    },
    {
      goal: { conditions: [], steps: [] },
      yes: [form('i=lead'), form('')],
      no: [{ kind: 'event', identifier: 'form' }],
    },
  ],
});
