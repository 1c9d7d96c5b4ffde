/** Goal type `social`: a click on a link to a social network [G37]. */
import { click, defineGoalType } from '../goal-type.ts';
import { onClick } from '../links/clicks.ts';
import { socialNetworkOf } from '../links/known-links.ts';

const one = (type: 'social' | 'all_social', url: string) => ({ conditions: [{ type, url }], steps: [] });

export const social = defineGoalType({
  id: 'social',
  compile: ({ conditions }) =>
    onClick(
      socialNetworkOf,
      conditions.some(({ type }) => type === 'all_social') ? [] : conditions.map(({ url }) => url),
    ),
  identifiers: () => null,
  examples: [
    {
      goal: one('social', 'vkontakte'),
      yes: [click('https://vk.com/shop'), click('//m.vk.com/shop'), click('https://VK.com.:443/shop')],
      no: [click('https://ok.ru/shop'), click('https://vk.com/write-123')],
    },
    {
      goal: one('all_social', ''),
      yes: [click('https://www.youtube.com/@shop'), click('https://ok.ru/shop')],
      no: [click('https://t.me/shop'), click('https://shop.example/vk.com')],
    },
  ],
});
