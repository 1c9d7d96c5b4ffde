/**
 * Reads whatever the page gives by syntax alone: operators, indices, literals. Pages replace every built-in method
 * (docs/spec/wire.md, W29), and what is written without one cannot break with it.
 */
import { guard } from './guard.ts';

export type Options = Record<string, unknown>;

export const isObject = (value: unknown): value is object =>
  typeof value === 'object' ? value !== null : typeof value === 'function';

/** Own values only, on an object without a prototype: what `Object.prototype` was given is no option. */
export const own = (value: unknown): Options =>
  guard(() => ({ __proto__: null, ...(value as object) }) as unknown as Options)() ??
  ({ __proto__: null } as unknown as Options);

/** `document.title` may be an element of that name, and `innerWidth` anything. */
export const textOf = (value: unknown): string => (typeof value === 'string' ? value : '');
export const numberOf = (value: unknown): number => (typeof value === 'number' ? value : 0);

/** Not `forEach`: the page may have replaced a list's own methods. */
export const each = <Item>(list: ArrayLike<Item>, run: (item: Item) => unknown): void => {
  for (let at = 0; at < list.length; at++) run(list[at]!);
};

export const cut = (text: string, from: number, to = text.length): string => {
  let part = '';
  for (; from < to && from < text.length; from++) part += text[from];
  return part;
};

export const has = (text: string, part: string): boolean => {
  let isThere = false;
  for (let at = 0; at < text.length; at++) if (cut(text, at, at + part.length) === part) isThere = true;
  return isThere;
};
