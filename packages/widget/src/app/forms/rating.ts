/** Asks, after the conversation, how it was, and then what could be better. */
import type { Link } from '../../link/link.ts';
import { button, el, whenSent } from '../dom.ts';
import { ICONS } from '../look/icons.ts';
import { fill, type Texts } from '../texts/index.ts';

const STARS = [1, 2, 3, 4, 5];
const LONGEST = 1_000;

/** @param done the focus is to go elsewhere: what had it is gone */
export function ratingCard(link: Link, texts: Texts, done: () => void): HTMLElement {
  const thanks = el('p', { role: 'status' });
  const stars = el('fieldset', { class: 'stars' }, el('legend', {}, texts.rate));
  const card = el('div', { class: 'form ask' }, stars, thanks);
  const all = STARS.map((_, index) => {
    const one = button(fill(texts.stars, { count: index + 1 }), ICONS.star, () => rate(index + 1));
    one.setAttribute('aria-pressed', 'false');
    return one;
  });
  stars.append(...all);

  const words = el('textarea', { 'aria-label': texts.better, rows: 2, maxlength: LONGEST, dir: 'auto' });
  const more = el(
    'form',
    { class: 'form', hidden: true },
    el('label', {}, texts.better, words),
    el('button', { type: 'submit', class: 'main' }, texts.done),
  );
  card.append(more);

  let given = 0;
  /** Sent at once: a visitor who leaves now has rated. Pressed again, it is another rating. */
  const rate = (count: number): void => {
    if (count === given) return;
    given = count;
    for (const [index, one] of all.entries()) {
      one.setAttribute('aria-pressed', String(index === count - 1));
      one.classList.toggle('lit', index < count);
    }
    link.rate(count, words.value.trim());
    more.hidden = false;
    words.focus();
    card.scrollIntoView({ block: 'end' });
  };
  whenSent(more, () => {
    const comment = words.value.trim();
    if (comment !== '') link.rate(given, comment);
    more.remove();
    stars.disabled = true;
    thanks.textContent = texts.thanks;
    done();
  });
  return card;
}
