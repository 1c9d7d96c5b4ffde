/** Goal type `email`: a click on a link that writes an e-mail [G35]. */
import { click, defineGoalType } from '../goal-type.ts';
import { onClick } from '../links/clicks.ts';
import { emailsOf, plainEmail } from '../links/contacts.ts';

const to = (...addresses: readonly string[]) => ({
  conditions: addresses.map((url) => ({ type: 'exact' as const, url })),
  steps: [],
});

export const email = defineGoalType({
  id: 'email',
  compile: ({ conditions }) =>
    onClick(
      emailsOf,
      conditions.map(({ url }) => plainEmail(url)),
    ),
  identifiers: () => null,
  examples: [
    {
      goal: to('Sales@shop.example'),
      yes: [
        click('mailto:sales@shop.example'),
        click('MAILTO:SALES@SHOP.EXAMPLE?subject=Hello'),
        click('mailto:info@shop.example,sales%40shop.example'),
        click('mailto:?to=sales@shop.example'),
        click('mailto://sales@shop.example'),
      ],
      no: [click('mailto:sales@shop.example.org'), click('https://shop.example/?sales@shop.example')],
    },
    {
      goal: to('a+b@shop.example'),
      yes: [click('mailto:a+b@shop.example')],
      no: [click('mailto:a b@shop.example')],
    },
    {
      goal: to(),
      yes: [click('mailto:any@else.example')],
      no: [click('mailto:'), click('tel:+74951234567')],
    },
  ],
});
