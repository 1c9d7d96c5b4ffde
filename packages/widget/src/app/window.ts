/** The chat's window: head, log, and below either the composer or the form for when nobody is there. */
import type { Link } from '../link/link.ts';
import { type Composer, createComposer } from './compose/composer.ts';
import { el } from './dom.ts';
import { contactCard } from './forms/contact-card.ts';
import { createOfflineForm, type OfflineForm } from './forms/offline-form.ts';
import { ratingCard } from './forms/rating.ts';
import { createHeader } from './header.ts';
import { createLogView, type LogView } from './log/log-view.ts';
import type { Sound } from './sense/sound.ts';
import { fill, type Texts } from './texts/index.ts';
import { whyOf } from './why.ts';

export interface ChatWindow {
  readonly element: HTMLElement;
  draw(): void;
  /** Where writing begins. */
  focus(): void;
  fill(text: string): void;
}

const TOLD_MS = 6_000;
/** An operator who stops typing does not say so. */
const TYPING_MS = 6_000;

export function createWindow(link: Link, texts: Texts, sound: Sound): ChatWindow {
  const { state, inner, outbox, book } = link;
  const header = createHeader(link, texts, sound);
  const bar = el('div', { class: 'bar', role: 'status', hidden: true });
  const typing = el('div', { class: 'typing', 'aria-live': 'polite' });
  let telling: number | undefined;
  const tell = (text: string): void => {
    clearTimeout(telling);
    told = text;
    telling = setTimeout(() => {
      told = '';
      drawBar();
    }, TOLD_MS);
    drawBar();
  };
  let told = '';
  const drawBar = (): void => {
    const isCut = !state.connected && (outbox.all().length > 0 || wasConnected);
    bar.textContent = told || (isCut ? texts.reconnecting : '');
    bar.hidden = bar.textContent === '';
  };
  let wasConnected = false;

  const composer: Composer = createComposer(link, texts, tell);
  const log: LogView = createLogView(link, texts, (text) => {
    composer.put(text);
    composer.input.focus();
  });
  const form: OfflineForm = createOfflineForm(link, texts);
  form.element.hidden = true;
  const element = el(
    'div',
    { class: 'win', role: 'dialog', 'aria-label': texts.chat, hidden: true },
    header.element,
    bar,
    log.element,
    typing,
    composer.element,
    form.element,
  );
  if (state.phone) {
    element.classList.add('phone');
    element.setAttribute('aria-modal', 'true');
  }

  /** With a conversation open, or a message on its way, the log is what the visitor wants to see. */
  const isForm = (): boolean =>
    !state.online && state.conversation?.state !== 'open' && outbox.all().length === 0 && !wasLeft;
  let wasLeft = false;
  let asked: HTMLElement | null = null;
  const ask = (): void => {
    const hasWritten = book.of(state.conversation?.id ?? '').some(({ kind }) => kind === 'visitor');
    if (asked || !hasWritten || state.conversation?.state !== 'open') return;
    asked = contactCard(link, texts, () => composer.input.focus());
    if (asked) show(asked);
  };
  const show = (card: HTMLElement): void => {
    log.tail.hidden = false;
    log.tail.replaceChildren(card);
    log.toEnd();
  };
  const focus = (): void => (isForm() ? form : composer).input.focus({ preventScroll: true });
  /** What was begun in one is finished in the other. */
  const carry = (from: HTMLTextAreaElement, to: HTMLTextAreaElement): void => {
    to.value ||= from.value;
    from.value = '';
  };
  const draw = (): void => {
    wasConnected ||= state.connected;
    header.draw();
    drawBar();
    const shows = isForm();
    const hadFocus = (element.getRootNode() as ShadowRoot).activeElement;
    const isSwitched = form.element.hidden === shows;
    if (isSwitched) carry(shows ? composer.input : form.input, shows ? form.input : composer.input);
    form.element.hidden = !shows;
    log.element.hidden = composer.element.hidden = typing.hidden = shows;
    if (shows) form.refresh();
    if (isSwitched && hadFocus && element.contains(hadFocus)) focus();
    composer.allowFiles(state.connected);
    log.draw();
    ask();
  };

  let stopped: number | undefined;
  inner.on('typing', (author) => {
    clearTimeout(stopped);
    typing.textContent = author === '' ? '' : fill(texts.typing, { name: author });
    stopped = setTimeout(() => (typing.textContent = ''), TYPING_MS);
  });
  inner.on('state', draw);
  inner.on('messages', draw);
  inner.on('outbox', () => {
    if (!state.online && outbox.all().length > 0) wasLeft = true;
    draw();
  });
  inner.on('refused', ({ message, reason }) => {
    log.fail(message, whyOf(reason, texts) ?? '');
    wasLeft = true;
    draw();
  });
  inner.on('closed', () => {
    asked = ratingCard(link, texts, () => composer.input.focus());
    show(el('div', {}, el('p', { class: 'sys' }, texts.closed), asked));
    asked = null;
  });
  return {
    element,
    draw,
    focus,
    fill: (text) => {
      if (isForm()) form.input.value = text;
      else composer.put(text);
      form.refresh();
    },
  };
}
