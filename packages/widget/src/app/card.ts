/** A card beside the button: says the latest message without covering the page. */
import type { Link } from '../link/link.ts';
import { button, el } from './dom.ts';
import { face } from './look/face.ts';
import { ICONS } from './look/icons.ts';
import type { Texts } from './texts/index.ts';

export interface Card {
  readonly element: HTMLElement;
  show(author: string, text: string, picture: string): void;
  hide(): void;
}

const LONGEST = 240;

export function createCard(link: Link, texts: Texts): Card {
  const slot = el('div');
  const by = el('div', { class: 'by' });
  const said = el('p', { dir: 'auto' });
  const log = el('div', { role: 'log', 'aria-label': texts.messages }, by, said);
  const say = el('div', { class: 'say' }, slot, log);
  const dismiss = button(texts.dismiss, ICONS.close, () => {
    element.hidden = true;
    link.dismiss();
  });
  const element = el(
    'div',
    { class: 'card', role: 'dialog', 'aria-label': texts.chat, hidden: true },
    say,
    dismiss,
  );
  // For the pointer; the keyboard has the button beside it.
  say.addEventListener('click', link.press);
  return {
    element,
    show: (author, text, picture) => {
      slot.replaceChildren(face(author, picture));
      by.textContent = author;
      said.textContent = text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text;
      element.hidden = false;
    },
    hide: () => {
      element.hidden = true;
    },
  };
}
