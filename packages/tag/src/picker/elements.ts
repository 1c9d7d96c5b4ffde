/** What can be picked on the page, named as the tag names it [W36, W37]. */
import type { PickedType } from '@goalpost/contract/picker';
import { elements } from '../modules/elements.ts';
import type { Counter } from '../shared/model.ts';
import { isPrice, namePrice } from './price.ts';
import type { By, Named } from './ways.ts';

export const HOST = 'goalpost-picker';
/** The tag's own list of what a button is [G47]; `e2e/admin/picker.test.ts` holds them together. */
const ALWAYS =
  'button,[role=button],[type=button],[type=submit],[type=reset],[type=image],a:not([href]),a[href^="#"],a[href^="javascript:"]';
const BY_CLASS = 'a,div,span';

const isButton = (element: Element): boolean =>
  element.matches(ALWAYS) ||
  (element.matches(BY_CLASS) && /\b(btn|button)\b/i.test(`${element.className as unknown}`));

const fits = (type: PickedType, element: Element): boolean => {
  if (type === 'price') return isPrice(element);
  return type === 'form' ? element.localName === 'form' : isButton(element);
};

/** In the order of the page, through open shadow roots; the chat's and the picker's own are not the site's. */
export function candidates(type: PickedType, root: Document | ShadowRoot = document): Element[] {
  const found: Element[] = [];
  for (const element of root.querySelectorAll('*')) {
    if (element.localName === HOST || element.localName === 'goalpost-chat') continue;
    if (fits(type, element)) found.push(element);
    if (element.shadowRoot) found.push(...candidates(type, element.shadowRoot));
  }
  return found;
}

/** The innermost one under a point. */
export function candidateAt(type: PickedType, x: number, y: number): Element | undefined {
  let root: Document | ShadowRoot = document;
  let at: Element | null = null;
  for (;;) {
    const deeper: Element | null = root.elementFromPoint(x, y);
    if (deeper === null || deeper === at) break;
    at = deeper;
    if (!at.shadowRoot) break;
    root = at.shadowRoot;
  }
  for (let node: Node | null = at; node; node = node instanceof ShadowRoot ? node.host : node.parentNode)
    if (node instanceof Element && fits(type, node)) return node;
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
  (textContent.trim() || value || ariaLabel || title).replace(/\s+/g, ' ').slice(0, 100);

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
