/** Asks, after the conversation, how it was. */
import type { Link } from '../../link/link.ts';
import { button, el } from '../dom.ts';
import { ICONS } from '../look/icons.ts';
import { fill, type Texts } from '../texts/index.ts';

/** @param done the focus is to go elsewhere: what had it is gone */
export function ratingCard(link: Link, texts: Texts, done: () => void): HTMLElement {
  const stars = el('fieldset', { class: 'stars' }, el('legend', {}, texts.rate));
  const card = el('div', { class: 'ask' }, stars);
  for (let count = 1; count <= 5; count++) {
    stars.append(
      button(fill(texts.stars, { count }), ICONS.star, () => {
        link.rate(count, '');
        card.replaceChildren(el('p', { class: 'sys', role: 'status' }, texts.thanks));
        done();
      }),
    );
  }
  return card;
}
