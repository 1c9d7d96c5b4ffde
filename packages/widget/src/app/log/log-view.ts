/** The log: what was said, in order; then what is on its way. */
import type { ChatMessage, ChatRefusalReason } from '@goalpost/contract';
import type { Link } from '../../link/link.ts';
import type { Outgoing } from '../../link/keep/outbox.ts';
import { el } from '../dom.ts';
import { pictureOf } from '../look/face.ts';
import type { Texts } from '../texts/index.ts';
import { whyOf } from '../why.ts';
import { bubble, type BubbleDeps, type Mark } from './bubble.ts';

export interface LogView {
  readonly element: HTMLElement;
  draw(): void;
  /** Shown at the end, as long as it is there: a form, a question. */
  readonly tail: HTMLElement;
  /** A message that will never arrive, and why. */
  fail(message: Outgoing, reason: ChatRefusalReason): void;
  toEnd(): void;
}

const NEAR_END = 80;
const MINE = { author: null, picture: '' } as const;

export function createLogView(link: Link, texts: Texts, again: (text: string) => void): LogView {
  const { state, book, outbox, shell } = link;
  const { language } = state.settings;
  // As the visitor writes times, in the chat's language.
  const locale = navigator.languages.find((one) => one.startsWith(language.slice(0, 2))) ?? language;
  const deps: BubbleDeps = {
    texts,
    origin: shell.origin,
    time: new Intl.DateTimeFormat(locale, { hour: 'numeric', minute: '2-digit' }),
  };
  const dates = new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'long' });
  const element = el('div', { class: 'log', role: 'log', 'aria-label': texts.messages, tabindex: 0 });
  const tail = el('div', { hidden: true });
  const failed = el('div', { hidden: true, class: 'fails' });
  element.append(failed, tail);
  /** What stands in the log, by what it shows: only what changed is drawn, so that it is read out once. */
  let drawn = new Map<string, HTMLElement>();

  const dayOf = (at: number): string => {
    const day = new Date(at).toDateString();
    const now = Date.now();
    if (day === new Date(now).toDateString()) return texts.today;
    return day === new Date(now - 86_400_000).toDateString() ? texts.yesterday : dates.format(at);
  };

  function* rows(): Generator<readonly [key: string, make: () => HTMLElement]> {
    const messages = book.all();
    const { invitation, settings } = state;
    if (messages.length === 0 && !invitation && settings.greeting)
      yield said('greeting', settings.title, settings.greeting, null);
    let day = '';
    let before: string | null = null;
    for (const message of messages) {
      const next = dayOf(message.at);
      if (next !== day) {
        day = next;
        before = null;
        yield [`day ${message.conversationId} ${message.seq}`, () => el('div', { class: 'day' }, next)];
      }
      const by = `${message.kind} ${message.author}`;
      yield message.kind === 'system'
        ? [keyOf(message), () => el('div', { class: 'sys', dir: 'auto' }, message.text)]
        : row(message, by !== before);
      before = by;
    }
    if (invitation)
      yield said(
        `invitation ${invitation.at}`,
        invitation.author || settings.title,
        invitation.text,
        invitation.at,
      );
    for (const { key, text, file, at } of outbox.all()) {
      const first = !before?.startsWith('visitor') || invitation !== null;
      before = 'visitor';
      yield [`out ${key}`, () => bubble({ ...MINE, first, text, file, at, mark: 'waiting' }, deps)];
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

  /** Whoever reads what was before is left there. */
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
    if (isAtEnd) toEnd();
  };
  element.addEventListener('load', keepEnd, true);
  new ResizeObserver(keepEnd).observe(element);
  return {
    element,
    tail,
    toEnd,
    draw: () => {
      const next = new Map<string, HTMLElement>();
      let before: ChildNode | null = element.firstChild;
      for (const [key, make] of rows()) {
        const node = drawn.get(key) ?? make();
        next.set(key, node);
        if (node === before) before = before.nextSibling;
        else element.insertBefore(node, before);
      }
      for (const [key, node] of drawn) if (!next.has(key)) node.remove();
      drawn = next;
      if (isAtEnd) toEnd();
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
