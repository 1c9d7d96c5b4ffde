/** One message in the log. */
import type { ChatFile } from '@goalpost/contract/chat';
import { fileAddress } from '@goalpost/contract/chat/limits';
import { el, icon } from '../dom.ts';
import { face } from '../look/face.ts';
import { ICONS } from '../look/icons.ts';
import { fill, type Texts } from '../texts/index.ts';
import { linkify } from './linkify.ts';

export type Mark = 'waiting' | 'sent' | 'read' | null;

export interface Bubble {
  /** Null for the visitor's own. */
  readonly author: string | null;
  /** Address of the author's picture; empty: none. */
  readonly picture: string;
  /** The first in a row of the same author: it says the name. */
  readonly first: boolean;
  readonly text: string;
  readonly file: ChatFile | null;
  readonly at: number | null;
  readonly mark: Mark;
}

export interface BubbleDeps {
  readonly texts: Texts;
  readonly home: string;
  readonly locale: string;
}

const MARKS = { waiting: ICONS.clock, sent: ICONS.tick, read: ICONS.ticks } as const;
/** Of these the browser shows what it is, and runs nothing. */
const isPicture = ({ type }: ChatFile): boolean => /^image\/(?:png|jpeg|gif|webp)$/.test(type);

export function bubble(message: Bubble, deps: BubbleDeps): HTMLElement {
  const { texts } = deps;
  const { text, file, at, mark, first } = message;
  const isMine = message.author === null;
  const said = isMine ? texts.you : message.author || texts.operator;
  const body = el('div', { class: `bub${file && isPicture(file) ? ' pic' : ''}` });
  if (text !== '') body.append(paragraph(text));
  if (file) body.append(fileLink(file, deps));
  if (at !== null || mark !== null) body.append(whenOf(at, mark, deps));
  const isNamed = first && !isMine;
  return el(
    'div',
    { class: `msg${isMine ? ' mine' : ''}${first ? ' first' : ''}` },
    isNamed && face(said, message.picture),
    el('span', { class: isNamed ? 'by' : 'hid', dir: 'auto' }, isMine ? `${said}: ` : said),
    body,
  );
}

function whenOf(at: number | null, mark: Mark, { texts, locale }: BubbleDeps): HTMLElement {
  return el(
    'span',
    { class: 'at' },
    at !== null && new Date(at).toLocaleTimeString(locale, { hour: 'numeric', minute: '2-digit' }),
    mark && icon(MARKS[mark]),
    mark && el('span', { class: 'hid' }, texts[mark]),
  );
}

function paragraph(text: string): HTMLElement {
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

function fileLink(file: ChatFile, { home, texts, locale }: BubbleDeps): HTMLElement {
  const { id, name, bytes } = file;
  const href = home + fileAddress(encodeURIComponent(id));
  const link = el('a', { href, target: '_blank', rel: 'noopener noreferrer' });
  const asFile = (): void => {
    link.className = 'file';
    const size = el('small', {}, sizeOf(bytes, texts, locale));
    link.replaceChildren(icon(ICONS.file), el('span', {}, name, size));
  };
  if (!isPicture(file)) asFile();
  else {
    const picture = el('img', { src: href, alt: name, loading: 'lazy' });
    // The page's policy may forbid pictures of other servers.
    picture.addEventListener('error', () => {
      link.parentElement?.classList.remove('pic');
      asFile();
    });
    link.append(picture);
  }
  return link;
}

const KB = 1024;
const MB = KB * KB;

/** As operators read it in the console. */
export function sizeOf(bytes: number, texts: Texts, locale: string): string {
  const [text, unit, maximumFractionDigits] =
    bytes < KB ? [texts.b, 1, 0] : bytes < MB ? [texts.kb, KB, 0] : [texts.mb, MB, 1];
  const count = (bytes / unit).toLocaleString(locale, { maximumFractionDigits });
  return fill(text, { count });
}
