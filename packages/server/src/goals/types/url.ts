/** Goal type `url`: a page view, known by its address [G3, G5]. */
import type { Condition } from '@goalpost/contract/goals';
import type { AddressForms } from '../addresses/address.ts';
import { ADDRESS_COMPARISONS } from '../addresses/comparisons.ts';
import { anyOf, textPattern, type Test } from '../conditions.ts';
import type { GoalFact } from '../fact.ts';
import { defineGoalType } from '../goal-type.ts';
import type { Subject } from '../subject.ts';

const view = (url: string): GoalFact => ({ kind: 'view', url });
const one = (type: Condition['type'], url: string) => ({ conditions: [{ type, url }], steps: [] });

type AddressTest = ((address: AddressForms) => boolean) & Pick<Test, 'slow'>;

function addressTest({ type, url: value }: Condition): AddressTest {
  if (type !== 'regexp') return ADDRESS_COMPARISONS[type]?.(value) ?? (() => false);
  const { fits, slow } = textPattern(value, (subject) => subject.address()?.whole ?? []);
  return Object.assign((address: AddressForms) => address.whole.some(fits), slow && { slow });
}

function onAddress(fits: AddressTest): Test {
  const test = (subject: Subject): boolean => {
    const address = subject.address();
    return address !== null && fits(address);
  };
  return Object.assign(test, fits.slow && { slow: fits.slow });
}

export const url = defineGoalType({
  id: 'url',
  compile({ conditions }) {
    const tests = conditions.map(addressTest);
    const matcher = anyOf(tests.map(onAddress));
    // What takes long is worked out beforehand, and asked of each goal by itself.
    if (matcher.slow.length > 0) return matcher;
    const exact = conditions.filter(({ type }) => type === 'exact').map(({ url: value }) => value);
    const others = tests.filter((_, index) => conditions[index]?.type !== 'exact');
    return { ...matcher, addresses: { exact, others } };
  },
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
