/** Values that are kept as text, parsed and printed once for many visits. */
import { LRUCache } from 'lru-cache';

const REMEMBERED = 4_096;

export class Parsed<T extends object> {
  readonly #made = new LRUCache<string, T>({ max: REMEMBERED });
  readonly #texts = new WeakMap<T, string>();
  readonly #parse: (text: string) => T;
  readonly #print: (value: T) => string;

  constructor(parse: (text: string) => T, print: (value: T) => string) {
    this.#parse = parse;
    this.#print = print;
  }

  text(value: T): string {
    const known = this.#texts.get(value);
    if (known !== undefined) return known;
    const text = this.#print(value);
    this.#texts.set(value, text);
    return text;
  }

  value(text: string): T {
    const known = this.#made.get(text);
    if (known !== undefined) return known;
    const value = this.#parse(text);
    this.#made.set(text, value);
    this.#texts.set(value, text);
    return value;
  }
}
