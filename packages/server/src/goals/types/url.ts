/** Goal type `url`: a page view, known by its address [G3, G5]. */
import type { Condition, Operator } from '@goalpost/contract/goals';
import {
  decodeAddress,
  exactPattern,
  hostLowered,
  isLocal,
  startLowered,
  type AddressForms,
} from '../address.ts';
import { anyOf, patternTest, type Test } from '../conditions.ts';
import type { GoalFact } from '../fact.ts';
import { defineGoalType } from '../goal-type.ts';

const view = (url: string): GoalFact => ({ kind: 'view', url });
const one = (type: Condition['type'], url: string) => ({ conditions: [{ type, url }], steps: [] });

type Comparison = (address: AddressForms) => boolean;

function exact(value: string): Comparison {
  const pattern = exactPattern(value);
  if (!isLocal(value)) return ({ exact: forms }) => forms.includes(pattern);
  return pattern.includes('#')
    ? ({ exactLocal }) => exactLocal === pattern
    : ({ exactPath }) => exactPath === pattern;
}

function contain(value: string): Comparison {
  const pattern = hostLowered(decodeAddress(value));
  if (isLocal(pattern)) return ({ local }) => local.includes(pattern);
  // `SHOP.example/up` may begin within the host: then case says nothing up to its path.
  const within = startLowered(pattern);
  const path = within.search(/[/?#]/);
  const [end, rest] = path === -1 ? [within, ''] : [within.slice(0, path), within.slice(path)];
  const inHost = ({ schemeless, local }: AddressForms) =>
    schemeless.some((form) => {
      const host = form.slice(0, form.length - local.length);
      return rest === '' ? host.includes(end) : host.endsWith(end) && local.startsWith(rest);
    });
  return (address) => address.whole.some((form) => form.includes(pattern)) || inHost(address);
}

function start(value: string): Comparison {
  const decoded = decodeAddress(value);
  if (isLocal(decoded)) return ({ local }) => local.startsWith(decoded);
  const pattern = startLowered(decoded);
  const hasScheme = /^[a-z][a-z0-9+.-]*:\/\//i.test(pattern);
  return ({ whole, schemeless }) => (hasScheme ? whole : schemeless).some((form) => form.startsWith(pattern));
}

const COMPARISONS: Readonly<Partial<Record<Operator, (value: string) => Comparison>>> = {
  exact,
  contain,
  start,
};

function testOf({ type, url: value }: Condition): Test {
  if (type === 'regexp') return patternTest(value, (subject) => subject.address()?.whole ?? []);
  const fits = COMPARISONS[type]?.(value);
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
