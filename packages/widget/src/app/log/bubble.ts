/** One message in the log. */
import type { ChatFile } from '@goalpost/contract';
import { fileAddress } from '@goalpost/contract/chat-limits';
import { el, icon } from '../dom.ts';
import { ICONS } from '../look/icons.ts';
import { fill, type Texts } from '../texts/index.ts';
import { linkify } from './linkify.ts';

export type Mark = 'waiting' | 'sent' | 'read' | null;

export interface Bubble {
  /** Null for the visitor's own. */
  readonly author: string | null;
  /** Whether the name is said: not again in a row of messages. */
  readonly named: boolean;
  readonly text: string;
  readonly file: ChatFile | null;
  readonly at: number | null;
  readonly mark: Mark;
}

export interface BubbleDeps {
  readonly texts: Texts;
  readonly origin: string;
  readonly time: Intl.DateTimeFormat;
}

const MARKS = { waiting: ICONS.clock, sent: ICONS.tick, read: ICONS.ticks } as const;
/** Of these the browser shows what it is, and runs nothing. */
const PICTURE = /^image\/(?:png|jpeg|gif|webp)$/;

export function bubble(message: Bubble, deps: BubbleDeps): HTMLElement {
  const { texts, time } = deps;
  const isMine = message.author === null;
  const said = isMine ? texts.you : message.author || texts.operator;
  const line = el('div', { class: `msg${isMine ? ' mine' : ''}` });
  line.append(el('span', { class: isMine || !message.named ? 'hid' : 'by' }, isMine ? `${said}: ` : said));
  if (message.text !== '') line.append(paragraph(message.text));
  if (message.file) line.append(fileLink(message.file, deps));
  if (message.at !== null || message.mark !== null) {
    line.append(
      el(
        'span',
        { class: 'at' },
        message.at !== null && time.format(message.at),
        message.mark && icon(MARKS[message.mark]),
        message.mark && el('span', { class: 'hid' }, texts[message.mark]),
      ),
    );
  }
  return line;
}

export function paragraph(text: string): HTMLElement {
  const made = el('p', { dir: 'auto' });
  for (const part of linkify(text)) {
    made.append(
      part.href === undefined
        ? part.text
        : el('a', { href: part.href, target: '_blank', rel: 'noopener noreferrer nofollow' }, part.text),
    );
  }
  return made;
}

function fileLink({ id, name, type, bytes }: ChatFile, { origin, texts }: BubbleDeps): HTMLElement {
  const href = origin + fileAddress(encodeURIComponent(id));
  const link = el('a', { href, target: '_blank', rel: 'noopener noreferrer' });
  const asFile = (): void => {
    link.className = 'file';
    const size = el('small', {}, sizeOf(bytes, texts));
    link.replaceChildren(icon(ICONS.file), el('span', {}, name, size));
  };
  if (!PICTURE.test(type)) asFile();
  else {
    const picture = el('img', { src: href, alt: name, loading: 'lazy' });
    // The page's policy may forbid pictures of other servers.
    picture.addEventListener('error', asFile);
    link.append(picture);
  }
  return link;
}

export function sizeOf(bytes: number, texts: Texts): string {
  const isLarge = bytes >= 1024 * 1024;
  const count = isLarge ? (bytes / 1024 / 1024).toFixed(1) : Math.max(1, Math.round(bytes / 1024));
  return fill(isLarge ? texts.mb : texts.kb, { count });
}
