/**
 * Texts that many visits have, kept once: addresses, devices, sources. Only a text that came twice within a short
 * while is shared, so that strangers who send ever new ones fill nothing.
 */
import { hashOf } from '../../steps/hash.ts';

const MAX_TEXTS = 65_536;
const MAX_LENGTH = 512;
/** Shorter ones take no more room where they are used. */
const MIN_LENGTH = 4;
/** What a text costs beside its characters. */
const ENTRY_BYTES = 120;
/** Places to remember texts that came once; of two in one place the later stays. */
const ONCE = 16_384;

export class SharedTexts {
  readonly #numbers = new Map<string, number>();
  readonly #texts: string[] = [];
  /** How many records use each text. */
  readonly #uses: number[] = [];
  readonly #free: number[] = [];
  readonly #once = new Uint32Array(ONCE);
  #bytes = 0;

  /** Number of the text, which is then used once more; null: it is not shared. */
  take(text: string): number | null {
    const { length } = text;
    if (length < MIN_LENGTH || length > MAX_LENGTH) return null;
    const known = this.#numbers.get(text);
    if (known !== undefined) {
      this.#uses[known] = (this.#uses[known] ?? 0) + 1;
      return known;
    }
    return this.#numbers.size < MAX_TEXTS && this.#cameOnce(text) ? this.#add(text) : null;
  }

  text(number: number): string {
    return this.#texts[number] as string;
  }

  /** Tells that a record that took the text is gone. */
  release(number: number): void {
    const uses = (this.#uses[number] ?? 0) - 1;
    this.#uses[number] = uses;
    if (uses > 0) return;
    const text = this.text(number);
    this.#numbers.delete(text);
    this.#texts[number] = '';
    this.#free.push(number);
    this.#bytes -= text.length + ENTRY_BYTES;
  }

  get bytes(): number {
    return this.#bytes;
  }

  #cameOnce(text: string): boolean {
    const { low, high } = hashOf(text);
    const place = low % ONCE;
    if (this.#once[place] === high) return true;
    this.#once[place] = high;
    return false;
  }

  #add(text: string): number {
    const number = this.#free.pop() ?? this.#texts.length;
    this.#numbers.set(text, number);
    this.#texts[number] = text;
    this.#uses[number] = 1;
    this.#bytes += text.length + ENTRY_BYTES;
    return number;
  }
}
