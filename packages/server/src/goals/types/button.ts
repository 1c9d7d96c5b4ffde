/** Goal type `button`: a click on a button [G46, G47]. */
import type { Condition } from '@goalpost/contract/goals';
import { onElement } from '../done/elements.ts';
import type { GoalFact } from '../fact.ts';
import { defineGoalType } from '../goal-type.ts';
import { emailsOf, phoneOf } from '../links/contacts.ts';
import { messengerOf, socialNetworkOf } from '../links/known-links.ts';
import { readLink } from '../links/link.ts';
import type { Subject } from '../subject.ts';

const button = (query: string, page = 'https://shop.example/cart'): GoalFact => ({
  kind: 'button',
  url: `btn://shop.example/?${query}`,
  page,
});
const one = (type: Condition['type'], value: string) => ({
  conditions: [{ type, url: value }],
  steps: [],
});

/** A link that looks like a button and is counted as what it leads to. */
function isOtherClick({ done }: Subject): boolean {
  const href = done().part('h');
  if (href === '') return false;
  const link = readLink(href);
  return [emailsOf, phoneOf, messengerOf, socialNetworkOf].some((read) => read(link) !== null);
}

export const buttonGoal = defineGoalType({
  id: 'button',
  compile: ({ conditions }) =>
    onElement('button', conditions, (subject) => subject.kind === 'button' && !isOtherClick(subject)),
  identifiers: () => null,
  examples: [
    {
      goal: one('id', 'buy'),
      yes: [button('i=buy&t=Buy'), button('i=%20buy%0A')],
      no: [button('i=buy2'), button('n=buy')],
    },
    { goal: one('name', 'buy'), yes: [button('n=buy')], no: [button('i=buy')] },
    {
      goal: one('text', 'Купить  сейчас'),
      yes: [button('t=%D0%9A%D1%83%D0%BF%D0%B8%D1%82%D1%8C%20%D0%A1%D0%B5%D0%B9%D1%87%D0%B0%D1%81%0A')],
      no: [button('t=%D0%9A%D1%83%D0%BF%D0%B8%D1%82%D1%8C'), button('t=')],
    },
    { goal: one('path', 'B3'), yes: [button('i=&n=&p=B3')], no: [button('p=B')] },
    {
      goal: one('page', 'shop.example/cart'),
      yes: [button('i=a'), button('h=tel%3A112')],
      no: [button('i=cart', 'https://shop.example/')],
    },
    {
      goal: { conditions: [], steps: [] },
      yes: [button('t=Buy'), button(''), button('t=More&h=https%3A%2F%2Fshop.example%2Fmore')],
      no: [
        button('t=Call&h=tel%3A%2B74951234567'),
        button('h=mailto%3Ainfo%40shop.example'),
        button('h=https%3A%2F%2Fwa.me%2F7495'),
        button('h=https%3A%2F%2Fvk.com%2Fshop'),
        { kind: 'form', url: 'form://shop.example/?i=buy', page: '' },
      ],
    },
  ],
});
