/** What stands at the end of the log for a while: a question, a thank-you, how it ended. */
import type { Link } from '../../link/link.ts';
import { answers } from '../../link/state.ts';
import { el } from '../dom.ts';
import { contactCard } from '../forms/contact-card.ts';
import { ratingCard } from '../forms/rating.ts';
import type { Texts } from '../texts/index.ts';
import type { LogView } from './log-view.ts';

export interface Tail {
  draw(): void;
  /** A message was left in the form, which has asked already how to reach the visitor. */
  left(): void;
  /** The conversation is over. */
  closed(): void;
}

/** @param done the focus is to go where one writes: what had it is gone */
export function createTail(link: Link, texts: Texts, log: LogView, done: () => void): Tail {
  const { state, book, outbox } = link;
  /** Whether the visitor was asked in this conversation. */
  let isAsked = false;
  /** Until when the present one stands. */
  let isOver: (() => boolean) | null = null;

  /** @param pinned it is of what was said last, and stays there; else it stays at the end */
  const show = (card: HTMLElement | null, over: (() => boolean) | null, pinned = false): void => {
    isOver = over;
    log.pin(pinned);
    log.tail.hidden = card === null;
    log.tail.replaceChildren(...(card ? [card] : []));
    log.draw();
    log.toEnd();
  };
  const ask = (): void => {
    const { conversation } = state;
    if (isAsked || conversation?.state !== 'open') return;
    if (book.of(conversation.id).every(({ kind }) => kind !== 'visitor')) return;
    const card = contactCard(link, texts, done);
    isAsked = card !== null;
    if (card) show(card, null, true);
  };
  return {
    draw: () => {
      if (isOver?.()) show(null, null);
      ask();
    },
    left: () => {
      isAsked = true;
      const before = book.all().length;
      show(el('p', { class: 'sys', role: 'status' }, answers(state) ? texts.thanks : texts.left), () =>
        book
          .all()
          .slice(before)
          .some(({ kind }) => kind === 'operator'),
      );
    },
    closed: () => {
      isAsked = false;
      const card = el('div', {}, el('p', { class: 'sys' }, texts.closed), ratingCard(link, texts, done));
      show(card, () => state.conversation?.state === 'open' || outbox.all().length > 0);
    },
  };
}
