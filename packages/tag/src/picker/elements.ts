/** What can be picked on the page, named as the tag names it [W36, W37]. */
import type { PickedType } from '@goalpost/contract/picker';
import { elements } from '../modules/elements.ts';
import type { Counter } from '../shared/model.ts';
import { above } from './above.ts';
import { isPrice, namePrice } from './price.ts';
import type { By, Named } from './ways.ts';

export const HOST = 'goalpost-picker';
/** The tag's own list of what a button is [G47]; `e2e/admin/picker.test.ts` holds them together. */
const ALWAYS = '[role=button],a:not([href]),a[href^="#"],a[href^="javascript:"]';
// Of the property: elements without one may have the attribute.
const TYPES = /^(button|submit|reset|image)$/;
/** By its global name the tag of a page tells that it counts there. */
const COUNTER = `yaCounter${/\bid=(\d*)/.exec(import.meta.url)?.[1]}`;

/** The tag's own list of files, of `modules/links.ts`, without those that a page adds by itself. */
const TOLD_WHEREVER =
  /\.(key|ogg|p(kg|p(s|tx?)|df)|w(av|m[afv])|m(idi|si|ov|p3|p4|peg|k[av])|zip|a(ac|pk|vi)|7z|3gp|txt|xlsx|fl(ac|v)|rar|rtf|csv|d(ocx|jvu)|gz|exe)[?#&\n]|ym-external-link/i;

const hostOf = ({ hostname }: { readonly hostname: string }): string => `${hostname}`.replace(/^www\./, '');

/** A click on it is told as a link to elsewhere, a telephone number or a file, and no button's [W37]. */
const isToldAsLink = (element: Element): boolean => {
  const link = element.closest<HTMLAnchorElement>('a[href]');
  return (
    link !== null &&
    !/^(java|data|blob)|ym-disable-tracklink/.test(link.href + link.className) &&
    (hostOf(link) !== hostOf(location) ||
      link.hasAttribute('download') ||
      TOLD_WHEREVER.test(`${link.href}\n${link.className}`))
  );
};

const isOne = (element: Element, byClass: string): boolean =>
  element.matches(ALWAYS) ||
  TYPES.test((element as HTMLInputElement).type) ||
  (element.matches(byClass) && /\b(btn|button)\b/i.test(`${element.className as unknown}`));

/** By their class alone, parts of buttons look like buttons, too. */
const looksLikeButton = (element: Element): boolean =>
  (above(element).find((up) => isOne(up, 'a')) ?? (isOne(element, 'div,span') && element)) === element;

const isButton = (element: Element): boolean => looksLikeButton(element) && !isToldAsLink(element);

const fits = (type: PickedType, element: Element): boolean => {
  if (type === 'price') return isPrice(element);
  return type === 'form' ? element.localName === 'form' : isButton(element);
};

/** The page within the page, where it is of the same origin and tells of itself: a tag of ours is there. */
function pageIn(element: Element): Document | null {
  try {
    const { contentWindow: page } = element as HTMLIFrameElement;
    return page && (page as unknown as Record<string, unknown>)[COUNTER] ? page.document : null;
  } catch {
    return null;
  }
}

/** As it is seen, also in a page within the page. */
export function rectOf(element: Element): Readonly<Record<'left' | 'top' | 'width' | 'height', number>> {
  let { left, top, width, height } = element.getBoundingClientRect();
  const frame = element.ownerDocument.defaultView?.frameElement;
  if (frame) {
    const outer = rectOf(frame);
    left += outer.left + frame.clientLeft;
    top += outer.top + frame.clientTop;
  }
  return { left, top, width, height };
}

/** In the order of the page, through open shadow roots; the chat's and the picker's own are not the site's. */
const everything = (root: Document | ShadowRoot = document): Element[] =>
  [...root.querySelectorAll('*')].flatMap((element) => {
    if (element.localName.startsWith('goalpost-')) return [];
    const inner = element.shadowRoot ?? pageIn(element);
    return inner ? [element, ...everything(inner)] : [element];
  });

export const candidates = (type: PickedType): Element[] =>
  everything().filter((element) => fits(type, element));

/** What the place of a price names on this page; nothing where it is not one. */
export function placesOn(by: By, value: string): Element[] {
  try {
    return everything().filter((element) => element.matches(by === 'data' ? `[${value}]` : value));
  } catch {
    return [];
  }
}

/** The innermost one under a point; `link`: it looks like a button, and is told as a link. */
export function candidateAt(type: PickedType, x: number, y: number): Element | 'link' | undefined {
  let root: Document | ShadowRoot = document;
  let at: Element | null = null;
  for (;;) {
    const deeper: Element | null = root.elementFromPoint(x, y);
    if (deeper === null || deeper === at) break;
    at = deeper;
    const page = pageIn(at);
    if (page) {
      const { left, top } = at.getBoundingClientRect();
      x -= left + at.clientLeft;
      y -= top + at.clientTop;
    }
    const inner: Document | ShadowRoot | null = at.shadowRoot ?? page;
    if (!inner) break;
    root = inner;
  }
  // Not by class: another page's elements are of classes of its own.
  for (; at; at = (at.getRootNode() as Partial<ShadowRoot>).host ?? null)
    for (const node of above(at)) {
      if (fits(type, node)) return node;
      if (type === 'button' && looksLikeButton(node)) return 'link';
    }
  return undefined;
}

/** As the tag's own module for it tells the server. */
export function nameElement(type: PickedType, element: Element): Named {
  if (type === 'price') return namePrice(element);
  let told = '';
  const counter = { _tell: (_scheme: string, what: string) => (told = what) } as unknown as Counter;
  elements(counter, {} as never);
  counter._tellElement(type, element);
  const parts = new URLSearchParams(told);
  return {
    id: parts.get('i') ?? '',
    name: parts.get('n') ?? '',
    text: type === 'button' ? wordsOn(element as HTMLButtonElement) : '',
    path: parts.get('p') ?? '',
    data: '',
    prop: '',
    class: '',
  };
}

const wordsOn = ({ textContent, value, ariaLabel, title }: HTMLButtonElement): string =>
  `${textContent.trim() || value || ariaLabel || title || ''}`.replace(/\s+/g, ' ').slice(0, 100);

/** Made by a program, most likely: another with each page or release. */
const isMade = (id: string): boolean => /\d{3,}|^[:_]|:r\w*:|[a-f\d]{8,}|-\d+$/i.test(id);

/** From what lasts longest to what changes soonest. */
export function waysOf(named: Named): By[] {
  const all = (['prop', 'data', 'id', 'name', 'text', 'class', 'path'] as const).filter(
    (by) => named[by] !== '',
  );
  const poor = (by: By): boolean => by === 'id' && isMade(named.id);
  return [...all.filter((by) => !poor(by)), ...all.filter(poor)];
}

const plain = (by: By, text: string): string =>
  by === 'text' ? text.replace(/\s+/g, ' ').trim().toLowerCase() : text.trim();

/** Whether a goal with this condition counts the element: compared as the server does [G45, G46]. */
export const isMatch = (by: By, value: string, named: Named): boolean =>
  plain(by, value) !== '' && plain(by, named[by]) === plain(by, value);
