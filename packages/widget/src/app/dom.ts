/** Makes elements. Texts go in as texts: no markup is ever read. */
import { namesOf } from '../shared/plain.ts';
import { ICONS } from './look/icons.ts';

type Child = Node | string | null | undefined | false;
type Attributes = Readonly<Record<string, string | number | boolean | undefined>>;

/** @param attributes `class`, `aria-…`, …; true is an empty one, false and undefined none */
export function el<Name extends keyof HTMLElementTagNameMap>(
  name: Name,
  attributes: Attributes = {},
  ...children: Child[]
): HTMLElementTagNameMap[Name] {
  const element = document.createElement(name);
  for (const key of namesOf(attributes)) {
    const value = attributes[key];
    if (value !== false && value !== undefined)
      element.setAttribute(key, value === true ? '' : String(value));
  }
  for (const child of children) if (child) element.append(child);
  return element;
}

const SVG = 'http://www.w3.org/2000/svg';

/** An icon of one path, 24 by 24; what it means is said by its button. */
export function icon(path: string): SVGElement {
  const svg = document.createElementNS(SVG, 'svg');
  svg.setAttribute('viewBox', '0 0 24 24');
  svg.setAttribute('aria-hidden', 'true');
  const line = document.createElementNS(SVG, 'path');
  line.setAttribute('d', path);
  svg.append(line);
  return svg;
}

export function button(label: string, path: string, press: () => void): HTMLButtonElement {
  const made = el('button', { type: 'button', class: 'icon', 'aria-label': label, title: label }, icon(path));
  made.addEventListener('click', press);
  return made;
}

/**
 * By the click on its button, which Enter makes, too: where forms are forbidden, as in sandboxed frames, and where the
 * page prevents what clicks do, no form is submitted.
 */
export const whenSent = (form: HTMLElement, run: () => void): void => {
  form.addEventListener('submit', (event) => event.preventDefault());
  form.addEventListener('click', (event) => {
    if (!(event.target as Element).closest('[type=submit]')) return;
    event.preventDefault();
    run();
  });
};

export const sendButton = (label: string): HTMLButtonElement =>
  el('button', { type: 'submit', class: 'icon go', 'aria-label': label, title: label }, icon(ICONS.send));
