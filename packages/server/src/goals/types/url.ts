/** Goal type `url`: a page view, known by its address [G3, G5]. */
import type { Condition } from '@goalpost/contract/goals';
import { ADDRESS_COMPARISONS } from '../address-comparisons.ts';
import { anyOf, patternTest, type Test } from '../conditions.ts';
import type { GoalFact } from '../fact.ts';
import { defineGoalType } from '../goal-type.ts';

const view = (url: string): GoalFact => ({ kind: 'view', url });
const one = (type: Condition['type'], url: string) => ({ conditions: [{ type, url }], steps: [] });

function testOf({ type, url: value }: Condition): Test {
  if (type === 'regexp') return patternTest(value, (subject) => subject.address()?.whole ?? []);
  const fits = ADDRESS_COMPARISONS[type]?.(value);
  if (fits === undefined) return () => false;
  return (subject) => {
    const address = subject.address();
    return address !== null && fits(address);
  };
}

export const url = defineGoalType({
  id: 'url',
  compile: ({ conditions }) => anyOf(conditions.map(testOf)),
  identifiers: () => null,
  examples: [
    {
      goal: one('exact', 'https://shop.example/thanks'),
      yes: [view('https://shop.example/thanks'), view('http://www.shop.example/thanks/')],
      no: [view('https://shop.example/thanks/you'), view('https://shop.example/thanks?id=1')],
    },
    {
      goal: one('exact', '/thanks'),
      yes: [view('https://shop.example/thanks'), view('https://any.example/thanks/?')],
      no: [view('https://shop.example/en/thanks'), { kind: 'event', identifier: '/thanks' }],
    },
    {
      goal: one('contain', 'спасибо'),
      yes: [view('https://shop.example/%D1%81%D0%BF%D0%B0%D1%81%D0%B8%D0%B1%D0%BE')],
      no: [view('https://shop.example/')],
    },
    {
      goal: one('start', 'https://shop.example/cart'),
      yes: [view('https://shop.example/cart'), view('https://www.shop.example/cart?step=2')],
      no: [view('http://shop.example/cart'), view('https://shop.example/en/cart')],
    },
    {
      goal: one('regexp', '^https://shop\\.example/orders/\\d+$'),
      yes: [view('https://shop.example/orders/17'), view('https://www.shop.example/orders/17?')],
      no: [view('https://shop.example/orders/x'), { kind: 'other' }],
    },
  ],
});
