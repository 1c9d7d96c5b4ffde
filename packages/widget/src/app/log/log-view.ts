/** The log: what was said, in order; then what is on its way. */
import type { ChatMessage } from '@goalpost/contract';
import type { Link } from '../../link/link.ts';
import type { Outgoing } from '../../link/keep/outbox.ts';
import { el } from '../dom.ts';
import type { Texts } from '../texts/index.ts';
import { bubble, type BubbleDeps, type Mark } from './bubble.ts';

export interface LogView {
  readonly element: HTMLElement;
  draw(): void;
  /** Shown at the end, as long as it is there: a form, a question. */
  readonly tail: HTMLElement;
  /** A message that will never arrive, and why. */
  fail(message: Outgoing, why: string): void;
  toEnd(): void;
}

const NEAR_END = 80;

export function createLogView(link: Link, texts: Texts, again: (text: string) => void): LogView {
  const { state, book, outbox, shell } = link;
  const { language } = state.settings;
  const deps: BubbleDeps = {
    texts,
    origin: shell.origin,
    time: new Intl.DateTimeFormat(language, { hour: 'numeric', minute: '2-digit' }),
  };
  const dates = new Intl.DateTimeFormat(language, { day: 'numeric', month: 'long' });
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
    if (messages.length === 0 && !state.invitation && state.settings.greeting)
      yield said('greeting', state.settings.title, state.settings.greeting, null);
    let day = '';
    let author: string | null = '';
    for (const message of messages) {
      const next = dayOf(message.at);
      if (next !== day) {
        day = next;
        yield [`day ${message.conversationId} ${message.seq}`, () => el('div', { class: 'day' }, next)];
      }
      yield message.kind === 'system'
        ? [keyOf(message), () => el('div', { class: 'sys' }, message.text)]
        : row(message, author);
      author = message.kind === 'visitor' ? null : message.author;
    }
    const { invitation } = state;
    if (invitation)
      yield said(
        `invitation ${invitation.at}`,
        invitation.author || state.settings.title,
        invitation.text,
        invitation.at,
      );
    for (const waiting of outbox.all()) {
      const { key, text, file, at } = waiting;
      yield [
        `out ${key}`,
        () => bubble({ author: null, named: false, text, file, at, mark: 'waiting' }, deps),
      ];
    }
  }
  const said = (key: string, author: string, text: string, at: number | null) =>
    [key, () => bubble({ author, named: true, text, file: null, at, mark: null }, deps)] as const;
  const row = (message: ChatMessage, before: string | null) => {
    const isMine = message.kind === 'visitor';
    const mark = isMine ? markOf(message) : null;
    const author = isMine
      ? null
      : message.author || (message.kind === 'invitation' ? state.settings.title : '');
    const { text, file, at } = message;
    return [
      `${keyOf(message)} ${mark ?? ''}`,
      () =>
        bubble({ author, named: before === null || before !== message.author, text, file, at, mark }, deps),
    ] as const;
  };
  const markOf = ({ conversationId, seq }: ChatMessage): Mark =>
    conversationId === state.conversation?.id && seq <= state.readByOperator ? 'read' : 'sent';
  const keyOf = ({ conversationId, seq }: ChatMessage): string => `${conversationId} ${seq}`;

  const toEnd = (): void => {
    element.scrollTop = element.scrollHeight;
  };
  return {
    element,
    tail,
    toEnd,
    draw: () => {
      const isNearEnd = element.scrollHeight - element.scrollTop - element.clientHeight < NEAR_END;
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
      if (isNearEnd) toEnd();
    },
    fail: ({ text, file }, why) => {
      const line = bubble({ author: null, named: false, text, file, at: null, mark: null }, deps);
      const retry = el('button', { type: 'button' }, texts.again);
      retry.addEventListener('click', () => {
        line.remove();
        again(text);
      });
      line.append(el('span', { class: 'at bad' }, `${texts.failed}. ${why} `, file ? null : retry));
      failed.hidden = false;
      failed.append(line);
      toEnd();
    },
  };
}
