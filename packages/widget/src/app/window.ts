/** The chat's window: header, log, and below it the composer or the offline form. */
import type { Link } from '../link/link.ts';
import { answers, isStanding } from '../link/state.ts';
import { type Composer, createComposer } from './compose/composer.ts';
import { el } from './dom.ts';
import { departmentChoice } from './forms/departments.ts';
import { createOfflineForm, type OfflineForm } from './forms/offline-form.ts';
import { createHeader } from './header.ts';
import { createLogView, type LogView } from './log/log-view.ts';
import { createTail } from './log/tail.ts';
import type { Sound } from './sense/sound.ts';
import { fill, type Texts } from './texts/index.ts';

export interface ChatWindow {
  readonly element: HTMLElement;
  draw(): void;
  /** Where writing begins. */
  focus(): void;
  /** What is begun where one writes. */
  begun(): string;
  fill(text: string): void;
  /** Sends it, unless there is a form to be filled in. */
  send(): void;
}

/** An operator who stops typing does not say so. */
const TYPING_MS = 6_000;

export function createWindow(link: Link, texts: Texts, sound: Sound): ChatWindow {
  const { state, inner, outbox } = link;
  const header = createHeader(link, texts, sound);
  const bar = el('div', { class: 'bar', role: 'status' });
  const typing = el('div', { class: 'typing', 'aria-live': 'polite' });
  let wasConnected = false;
  const isCut = (): boolean =>
    state.late || (!state.connected && (wasConnected || !navigator.onLine || outbox.all().length > 0));

  const composer: Composer = createComposer(link, texts);
  const log: LogView = createLogView(link, texts, (text) => {
    composer.put(text);
    composer.input.focus();
  });
  const tail = createTail(link, texts, log, () => composer.input.focus());
  const form: OfflineForm = createOfflineForm(link, texts);
  form.element.hidden = true;
  const choice = departmentChoice(link, texts);
  const element = el(
    'div',
    { class: 'win', role: 'dialog', 'aria-label': texts.chat, hidden: true },
    header.element,
    bar,
    log.element,
    typing,
    choice.element,
    composer.element,
    form.element,
  );
  if (state.phone) {
    element.classList.add('phone');
    element.setAttribute('aria-modal', 'true');
  }

  /** Something in the log is to be seen first: what was left, what was refused, how it ended. */
  let stays = false;
  let asFor: string | null = null;
  /** With a conversation open, or a message on its way, the log is what the visitor wants to see. */
  const isForm = (): boolean =>
    (!answers(state) || (state.invitation?.form === true && isStanding(state))) &&
    state.conversation?.state !== 'open' &&
    outbox.all().length === 0 &&
    !stays;
  const focus = (): void => (isForm() ? form : composer).input.focus({ preventScroll: true });
  /** The composer or the form; what was begun in one is finished in the other. */
  const turn = (shows: boolean): void => {
    const [from, to] = shows ? [composer, form] : [form, composer];
    to.input.value ||= from.input.value;
    from.input.value = '';
    const hadFocus = (element.getRootNode() as ShadowRoot).activeElement;
    const isLost = from.element.contains(hadFocus) || log.element.contains(hadFocus);
    form.element.hidden = !shows;
    composer.element.hidden = typing.hidden = shows;
    if (isLost) focus();
  };
  const draw = (): void => {
    wasConnected ||= state.connected;
    const cut = isCut();
    header.draw(cut);
    const said = cut ? texts.reconnecting : '';
    // What is said again is read out again.
    if (bar.textContent !== said) bar.textContent = said;
    if (state.department !== asFor) stays = false;
    asFor = state.department;
    const shows = isForm();
    if (form.element.hidden === shows) turn(shows);
    // What the visitor was invited with stands above the form.
    log.element.hidden = shows && state.invitation?.closed !== false;
    choice.draw();
    // The departments follow upon the greeting, at the beginning.
    element.classList.toggle('fresh', !choice.element.hidden && !shows);
    if (shows) form.refresh();
    composer.draw();
    log.draw();
    tail.draw();
  };

  let waited = outbox.all().length;
  let stopped: number | undefined;
  inner.on('typing', (author) => {
    clearTimeout(stopped);
    typing.textContent = author === '' ? '' : fill(texts.typing, { name: author });
    stopped = setTimeout(() => (typing.textContent = ''), TYPING_MS);
  });
  inner.on('state', draw);
  inner.on('messages', draw);
  inner.on('outbox', () => {
    const waiting = outbox.all().length;
    const isMore = waiting > waited;
    waited = waiting;
    if (isMore && !form.element.hidden) {
      stays = true;
      tail.left();
    }
    draw();
    // A visitor who writes wants to see it, wherever they were reading.
    if (isMore) log.toEnd();
  });
  inner.on('refused', ({ message, reason }) => {
    log.fail(message, reason);
    stays = true;
    draw();
  });
  inner.on('closed', () => {
    stays = true;
    tail.closed();
    draw();
  });
  element.addEventListener('keydown', (event) => {
    if (event.key === 'Escape' && composer.fold()) event.stopPropagation();
  });
  return {
    element,
    draw,
    focus,
    begun: () => (isForm() ? form : composer).input.value,
    send: () => {
      if (!isForm()) composer.send();
    },
    fill: (text) => {
      if (isForm()) form.input.value = text;
      else composer.put(text);
      form.refresh();
    },
  };
}
