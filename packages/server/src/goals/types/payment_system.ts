/** Goal type `payment_system`: a page that a payment system sent the visitor back to [G40]. */
import { anyOf } from '../conditions.ts';
import type { GoalFact } from '../fact.ts';
import { defineGoalType } from '../goal-type.ts';

const view = (referrer?: string): GoalFact => ({
  kind: 'view',
  url: 'https://shop.example/thanks',
  ...(referrer === undefined ? {} : { referrer }),
});

export const paymentSystem = defineGoalType({
  id: 'payment_system',
  compile: () => anyOf([(subject) => subject.isFromPayment()]),
  identifiers: () => null,
  examples: [
    {
      goal: { conditions: [], steps: [] },
      yes: [
        view('https://yookassa.ru/checkout/2'),
        view('https://www.paypal.com/'),
        view('https://checkout.stripe.com:443'),
      ],
      no: [view(), view('https://else.example/?https://yookassa.ru/'), view('https://notpaypal.com/')],
    },
  ],
});
