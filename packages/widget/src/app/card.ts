/** A card beside the button: says the latest message without covering the page, and takes an answer. */
import { MAX_MESSAGE_LENGTH } from '@goalpost/contract/chat/limits';
import type { Link } from '../link/link.ts';
import { button, el, sendButton, whenSent } from './dom.ts';
import { face } from './look/face.ts';
import { ICONS } from './look/icons.ts';
import type { Texts } from './texts/index.ts';
import type { ChatWindow } from './window.ts';

export interface Card {
  readonly element: HTMLElement;
  show(author: string, text: string, picture: string): void;
  hide(): void;
}

const LONGEST = 240;

/** @param win what is written in the card is written there, too: one draft, whichever is open */
export function createCard(link: Link, texts: Texts, win: ChatWindow): Card {
  const slot = el('div');
  const by = el('div', { class: 'by' });
  const said = el('p', { dir: 'auto' });
  const log = el('div', { role: 'log', 'aria-label': texts.messages }, by, said);
  const say = el('div', { class: 'say' }, slot, log);
  const dismiss = button(texts.dismiss, ICONS.close, () => {
    element.hidden = true;
    link.dismiss();
  });
  const input = el('input', {
    'aria-label': texts.message,
    placeholder: texts.write,
    maxlength: MAX_MESSAGE_LENGTH,
    enterkeyhint: 'send',
    autocomplete: 'off',
    dir: 'auto',
  });
  const form = el('form', { class: 'compose', novalidate: true }, input, sendButton(texts.send));
  const element = el(
    'div',
    {
      class: `card${link.state.phone ? ' phone' : ''}`,
      role: 'dialog',
      'aria-label': texts.chat,
      hidden: true,
    },
    say,
    dismiss,
    form,
  );
  // For the pointer; the keyboard has the button beside it.
  say.addEventListener('click', link.press);
  // There is more room in the window, and a phone's keyboard does not cover it. The tap is no answer yet [C25].
  input.addEventListener('click', link.open);
  input.addEventListener('input', () => win.fill(input.value));
  whenSent(form, () => {
    win.send();
    link.open();
  });
  return {
    element,
    show: (author, text, picture) => {
      slot.replaceChildren(face(author, picture));
      by.textContent = author;
      said.textContent = text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text;
      input.value = win.begun();
      element.hidden = false;
    },
    hide: () => {
      element.hidden = true;
    },
  };
}
