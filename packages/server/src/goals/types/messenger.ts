/** Goal type `messenger`: a click on a link that opens a messenger [G37]. */
import { click, defineGoalType } from '../goal-type.ts';
import { onClick } from '../links/clicks.ts';
import { messengerOf } from '../links/known-links.ts';

const of = (...ids: readonly string[]) => ({
  conditions: ids.map((url) => ({ type: 'messenger' as const, url })),
  steps: [],
});

export const messenger = defineGoalType({
  id: 'messenger',
  compile: ({ conditions }) =>
    onClick(
      messengerOf,
      conditions.map(({ url }) => url),
    ),
  identifiers: () => null,
  examples: [
    {
      goal: of('whatsapp'),
      yes: [
        click('https://wa.me/74951234567'),
        click('https://api.whatsapp.com/send?phone=1'),
        click('whatsapp://send'),
        click('intent://send/7495#Intent;package=com.whatsapp;scheme=whatsapp;end'),
        click('intent://wa.me/7495#Intent;scheme=https;package=com.whatsapp;end'),
      ],
      no: [
        click('https://t.me/shop'),
        click('https://shop.example/wa.me'),
        click('https://shop.example/#Intent;scheme=whatsapp;end'),
      ],
    },
    {
      goal: of('vk_messenger'),
      yes: [click('https://vk.com/write-123'), click('https://vk.me/shop')],
      no: [click('https://vk.com/shop')],
    },
    {
      goal: of(),
      yes: [click('https://t.me/shop'), click('viber://chat?number=1'), click('max://max.ru/shop')],
      no: [click('https://vk.com/shop')],
    },
  ],
});
