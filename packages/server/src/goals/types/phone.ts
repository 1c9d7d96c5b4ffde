/** Goal type `phone`: a click on a telephone number, whatever way it is written [G36]. */
import { click, defineGoalType } from '../goal-type.ts';
import { onClick } from '../links/clicks.ts';
import { phoneOf, plainPhone } from '../links/contacts.ts';

const to = (...numbers: readonly string[]) => ({
  conditions: numbers.map((url) => ({ type: 'exact' as const, url })),
  steps: [],
});

export const phone = defineGoalType({
  id: 'phone',
  compile: ({ conditions }) =>
    onClick(
      phoneOf,
      conditions.map(({ url }) => plainPhone(url)),
    ),
  identifiers: () => null,
  examples: [
    {
      goal: to('8 (495) 123-45-67'),
      yes: [
        click('tel:+74951234567'),
        click('tel:8-495-123-45-67;ext=3'),
        click('callto:+7%20495%201234567'),
        click('tel://+74951234567'),
        click('tel: +7 (495) 123-45-67'),
      ],
      no: [click('tel:+74951234568'), click('tel:123-45-67'), click('mailto:74951234567@shop.example')],
    },
    { goal: to('112'), yes: [click('tel:112')], no: [click('tel:1122')] },
    {
      goal: to(),
      yes: [click('tel:+1-202-555-0143')],
      no: [click('tel:'), click('https://shop.example/tel')],
    },
  ],
});
