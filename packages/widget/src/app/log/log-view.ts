/** The log: what was said, in order; then what is on its way. */
import { named, namesOf, valuesOf } from '../../shared/plain.ts';
import type { ChatMessage, ChatRefusalReason } from '@goalpost/contract/chat';
import type { Link } from '../../link/link.ts';
import { textOf } from '../../shared/globals.ts';
import { guard } from '../../shared/guard.ts';
import type { Outgoing } from '../../link/keep/outbox.ts';
import { el } from '../dom.ts';
import { pictureOf } from '../look/face.ts';
import type { Texts } from '../texts/index.ts';
import { whyOf } from '../refusal-text.ts';
import { bubble, type BubbleDeps, type Mark } from './bubble.ts';

export interface LogView {
  readonly element: HTMLElement;
  draw(): void;
  /** What is asked or said for a while: a form, a question. */
  readonly tail: HTMLElement;
  /** It stands after the last message that there is now, whatever follows; else at the end. */
  pin(pinned: boolean): void;
  /** A message that will never arrive, and why. */
  fail(message: Outgoing, reason: ChatRefusalReason): void;
  toEnd(): void;
}

const NEAR_END = 80;
const MINE = { author: null, picture: '' } as const;

export function createLogView(link: Link, texts: Texts, again: (text: string) => void): LogView {
  const { state, book, outbox, shell, memory } = link;
  const { language } = state.settings;
  // As the visitor writes times, in the chat's language.
  const locale = navigator.languages.find((one) => one.startsWith(language.slice(0, 2))) ?? language;
  const deps: BubbleDeps = {
    texts,
    home: shell.home,
    locale,
  };
  const element = el('div', { class: 'log', role: 'log', 'aria-label': texts.messages, tabindex: 0 });
  const tail = el('div', { hidden: true });
  const failed = el('div', { hidden: true, class: 'fails' });
  element.append(failed);
  /** What stands in the log, by what it shows: only what changed is drawn, so that it is read out once. */
  let drawn = named<HTMLElement>();
  /** The message that `tail` stands after. */
  let pinned = '';

  const dayOf = (at: number): string => {
    const day = new Date(at).toDateString();
    const now = Date.now();
    if (day === new Date(now).toDateString()) return texts.today;
    return day === new Date(now - 86_400_000).toDateString()
      ? texts.yesterday
      : new Date(at).toLocaleDateString(locale, { day: 'numeric', month: 'long' });
  };

  type Row = readonly [key: string, make: () => HTMLElement];
  function* rows(): Generator<Row> {
    const messages = book.all();
    const { settings } = state;
    const invitation = state.invitation?.logged ? null : state.invitation;
    const greeting = greetingOf(messages.length === 0 && !invitation);
    if (greeting) yield said(`greeting ${greeting}`, settings.title, greeting, null);
    const last = yield* told(messages, greeting ? texts.today : '');
    if (invitation) {
      const { at, author, text } = invitation;
      yield said(`invitation ${at}`, author || settings.title, text, at);
    }
    yield* waiting(last.startsWith('visitor') && !invitation);
    if (messages.every((message) => keyOf(message) !== pinned)) yield ['tail', () => tail];
  }
  /** What was said to the visitor stays said, on the next page and in other tabs, too. */
  const greetingOf = (isFirst: boolean): string => {
    if (!isFirst) return textOf(memory.read('greeted'));
    const { greeting } = state.settings;
    if (state.open && !element.hidden) memory.write('greeted', greeting);
    return greeting;
  };
  /**
   * @param day that need not be said first
   * @returns by whom the last one is
   */
  function* told(messages: readonly ChatMessage[], day: string): Generator<Row, string> {
    let before = '';
    for (const message of messages) {
      const next = dayOf(message.at);
      if (next !== day) {
        day = next;
        before = '';
        yield [`day ${message.conversationId} ${message.seq}`, () => el('div', { class: 'day' }, next)];
      }
      const by = `${message.kind} ${message.author}`;
      yield message.kind === 'system'
        ? [keyOf(message), () => el('div', { class: 'sys', dir: 'auto' }, message.text)]
        : row(message, by !== before);
      before = by;
      if (keyOf(message) !== pinned) continue;
      if (!tail.hidden) before = '';
      yield ['tail', () => tail];
    }
    return before;
  }
  function* waiting(follows: boolean): Generator<Row> {
    let first = !follows;
    for (const { key, text, file, at } of outbox.all()) {
      const isFirst = first;
      first = false;
      yield [`out ${key}`, () => bubble({ ...MINE, first: isFirst, text, file, at, mark: 'waiting' }, deps)];
    }
  }
  const said = (key: string, author: string, text: string, at: number | null) => {
    const picture = pictureOf(state, null, author);
    return [
      key,
      () => bubble({ author, picture, first: true, text, file: null, at, mark: null }, deps),
    ] as const;
  };
  const row = (message: ChatMessage, first: boolean) => {
    const { kind, authorId, text, file, at } = message;
    const mark = kind === 'visitor' ? markOf(message) : null;
    const author = message.author || (kind === 'invitation' ? state.settings.title : '');
    const by = kind === 'visitor' ? MINE : { author, picture: pictureOf(state, authorId, author) };
    return [
      `${keyOf(message)} ${mark ?? ''}`,
      () => bubble({ ...by, first, text, file, at, mark }, deps),
    ] as const;
  };
  /** An operator who answered has read what was before. */
  const readTo = (conversationId: string): number => {
    const answered = book.of(conversationId).filter(({ kind }) => kind === 'operator');
    const told = conversationId === state.conversation?.id ? state.readByOperator : 0;
    return Math.max(told, ...answered.slice(-1).map(({ seq }) => seq));
  };
  const markOf = ({ conversationId, seq }: ChatMessage): Mark =>
    seq <= readTo(conversationId) ? 'read' : 'sent';
  const keyOf = ({ conversationId, seq }: ChatMessage): string => `${conversationId} ${seq}`;

  /** A visitor who reads earlier messages is left there. */
  let isAtEnd = true;
  const toEnd = (): void => {
    isAtEnd = true;
    element.scrollTop = element.scrollHeight;
  };
  element.addEventListener('scroll', () => {
    isAtEnd = element.scrollHeight - element.scrollTop - element.clientHeight < NEAR_END;
  });
  // A picture has come, the keyboard of a phone has, or the window has opened.
  const keepEnd = (): void => {
    // A visitor who fills in a form in the log is left there, too.
    if (isAtEnd && !tail.contains(shell.root.activeElement)) toEnd();
  };
  element.addEventListener('load', keepEnd, true);
  guard(() => new ResizeObserver(keepEnd).observe(element))();
  return {
    element,
    tail,
    toEnd,
    pin: (isPinned) => {
      const last = isPinned && book.all()[book.all().length - 1];
      pinned = last ? keyOf(last) : '';
    },
    draw: () => {
      const next = named<HTMLElement>();
      for (const [key, make] of rows()) next[key] = drawn[key] ?? make();
      // First: nothing that stays is to be moved, or it would lose the focus.
      for (const key of namesOf(drawn)) if (!next[key]) drawn[key]!.remove();
      let before: ChildNode | null = element.firstChild;
      for (const node of valuesOf(next)) {
        if (node === before) before = before.nextSibling;
        else element.insertBefore(node, before);
      }
      drawn = next;
      keepEnd();
    },
    fail: ({ text, file }, reason) => {
      const line = bubble({ ...MINE, first: true, text, file, at: null, mark: null }, deps);
      const isUseful = !file && reason !== 'blocked' && reason !== 'denied';
      const retry = el('button', { type: 'button' }, texts.again);
      retry.addEventListener('click', () => {
        line.remove();
        again(text);
      });
      line.append(
        el('span', { class: 'bad' }, `${texts.failed}. ${whyOf(reason, texts) ?? ''} `, isUseful && retry),
      );
      failed.hidden = false;
      failed.append(line);
      toEnd();
    },
  };
}
