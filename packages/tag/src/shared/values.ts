/**
 * Reads whatever the page gives by syntax alone: operators, indices, literals. Pages replace every built-in method
 * (docs/spec/wire.md, W29), and what is written without one cannot break with it.
 */
import { attempt } from './guard.ts';

export type Options = Record<string, unknown>;

export const isObject = (value: unknown): value is object => (value && typeof value === 'object') as boolean;

/** Own values only, on an object without a prototype: what `Object.prototype` was given is no option. */
export const own = (value: unknown): Options =>
  attempt(() => ({ __proto__: null, ...(value as object) }) as unknown as Options) ??
  ({ __proto__: null } as unknown as Options);

/** `document.title` may be an element of that name. */
export const textOf = (value: unknown): string => (typeof value === 'string' ? value : '');

/** Not `forEach`: the page may have replaced a list's own methods. */
export const each = <Item>(list: ArrayLike<Item>, run: (item: Item) => unknown): void => {
  for (let at = 0; at < list.length; at++) run(list[at]!);
};

/** The whole where the page has taken `slice`. */
export const cut = (text: string, from: number, to?: number): string =>
  attempt(() => text.slice(from, to)) ?? text;
