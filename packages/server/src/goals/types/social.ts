/** Goal type `social`: a click on a link to a social network [G37]. */
import { anyOf } from '../conditions.ts';
import { click, defineGoalType } from '../goal-type.ts';
import { socialNetworkOf } from '../links/known-links.ts';
import type { Subject } from '../subject.ts';

const network = ({ kind, link }: Subject): string | null => {
  const address = kind === 'link' ? link() : null;
  return address && socialNetworkOf(address);
};
const one = (type: 'social' | 'all_social', url: string) => ({ conditions: [{ type, url }], steps: [] });

export const social = defineGoalType({
  id: 'social',
  compile: ({ conditions }) =>
    anyOf(
      conditions.map(({ type, url }) =>
        type === 'all_social'
          ? (subject) => network(subject) !== null
          : (subject) => network(subject) === url,
      ),
    ),
  identifiers: () => null,
  examples: [
    {
      goal: one('social', 'vkontakte'),
      yes: [click('https://vk.com/shop'), click('//m.vk.com/shop')],
      no: [click('https://ok.ru/shop'), click('https://vk.com/write-123')],
    },
    {
      goal: one('all_social', ''),
      yes: [click('https://www.youtube.com/@shop'), click('https://ok.ru/shop')],
      no: [click('https://t.me/shop'), click('https://shop.example/vk.com')],
    },
  ],
});
