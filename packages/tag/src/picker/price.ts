/** Prices of the page, for the picker: how one is found again, and what stands there [G89]. */
import { above } from './above.ts';
import type { By, Named } from './ways.ts';

const NUMBER = /\d/;
const LONGEST = 100;
/** A sum and nothing else, such as `1 990 ₽`. */
const SUM = /^\D{0,5}\d[\d\s.,'’]*\D{0,8}$/;

/** What the tag reads of it: `modules/prices.ts`. */
export function textAt(by: By, value: string, element: Element): string {
  const { value: typed, textContent } = element as HTMLInputElement;
  const text =
    by === 'data'
      ? (element.closest(`[${value}]`)?.getAttribute(value) ?? '')
      : (element.getAttribute('content') ?? (typed || textContent));
  return `${text}`.replace(/\s+/g, ' ').trim();
}

/** Nothing that is in it could be meant instead. */
export function isPrice(element: Element): boolean {
  const { tagName, childElementCount } = element;
  if (/^(HTML|BODY|SCRIPT|STYLE|NOSCRIPT|TEMPLATE|HEAD|TITLE|OPTION)$/.test(tagName)) return false;
  if (element.getAttribute('itemprop') === 'price') return true;
  const text = textAt('path', '', element);
  return NUMBER.test(text) && text.length < LONGEST && (childElementCount === 0 || SUM.test(text));
}

/** Of it or of what it is in, a data attribute that holds a sum. */
function dataOf(element: Element): string {
  for (const node of above(element).slice(0, 4))
    for (const { name, value } of node.attributes)
      if (/^data-[a-z][\w.-]*$/.test(name) && /price|sum|total|amount|cost/.test(name) && SUM.test(value))
        return name;
  return '';
}

/** Where escapes were needed, another way is better. */
const isPlain = (name: string): boolean => name !== '' && CSS.escape(name) === name;

function pathOf(element: Element): string {
  const parts: string[] = [];
  for (const node of above(element)) {
    if (node !== element && isPlain(node.id)) return [`#${node.id}`, ...parts].join(' > ');
    const alike = [...(node.parentElement?.children ?? [])].filter(
      ({ localName }) => localName === node.localName,
    );
    parts.unshift(
      alike.length > 1 ? `${node.localName}:nth-of-type(${alike.indexOf(node) + 1})` : node.localName,
    );
  }
  return parts.join(' > ');
}

export function namePrice(element: Element): Named {
  const prop = element.getAttribute('itemprop') ?? '';
  const name = [...element.classList].find(isPlain);
  return {
    data: dataOf(element),
    prop: /^\w+$/.test(prop) ? `[itemprop=${prop}]` : '',
    id: isPlain(element.id) ? `#${element.id}` : '',
    class: name === undefined ? '' : `.${name}`,
    path: pathOf(element),
    name: '',
    text: '',
  };
}
