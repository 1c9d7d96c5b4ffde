/** Numbers and texts as bytes, one after another, and back: visits in memory must be small. */
import type { SharedTexts } from './shared-texts.ts';

const FIRST_SIZE = 64 * 1024;
/** Bytes that any number may take. */
const NUMBER_BYTES = 10;
// eslint-disable-next-line no-control-regex
const WIDE = /[^\u0000-\u00ff]/;
const SHARED = 0;

/** 64-bit numbers as decimal text and as two halves; one buffer, so that nothing is made for each. */
const whole = new BigUint64Array(1);
const halves = new Uint32Array(whole.buffer);

/** @param decimal a decimal UInt64 */
export function halvesOf(decimal: string): readonly [low: number, high: number] {
  whole[0] = BigInt(decimal);
  return [halves[0] as number, halves[1] as number];
}

export function decimalOf(low: number, high: number): string {
  halves[0] = low;
  halves[1] = high;
  return String(whole[0]);
}

export class ByteWriter {
  readonly #texts: SharedTexts;
  #bytes = Buffer.allocUnsafe(FIRST_SIZE);
  #length = 0;
  #refs: number[] = [];

  constructor(texts: SharedTexts) {
    this.#texts = texts;
  }

  /** A whole number of at least 0, small ones in few bytes. */
  number(value: number): void {
    this.#room(NUMBER_BYTES);
    let rest = value;
    while (rest >= 0x80) {
      this.#bytes[this.#length++] = (rest % 0x80) | 0x80;
      rest = Math.floor(rest / 0x80);
    }
    this.#bytes[this.#length++] = rest;
  }

  /** A whole number of either sign. */
  signed(value: number): void {
    this.number(value < 0 ? -2 * value - 1 : 2 * value);
  }

  id(decimal: string): void {
    const [low, high] = halvesOf(decimal);
    this.#room(8);
    this.#bytes.writeUInt32LE(low, this.#length);
    this.#bytes.writeUInt32LE(high, this.#length + 4);
    this.#length += 8;
  }

  /** A text that many visits may have: kept once, where it is seen often. */
  shared(text: string): void {
    const ref = this.#texts.take(text);
    if (ref === null) return this.text(text);
    this.#refs.push(ref);
    this.number(SHARED);
  }

  text(text: string): void {
    const wide = WIDE.test(text);
    const length = wide ? text.length * 2 : text.length;
    this.number(1 + length * 2 + (wide ? 1 : 0));
    this.#room(length);
    this.#bytes.write(text, this.#length, wide ? 'utf16le' : 'latin1');
    this.#length += length;
  }

  /** What was written since the last call. Valid until the next is written. */
  take(): { readonly bytes: Buffer; readonly refs: readonly number[] } {
    const taken = { bytes: this.#bytes.subarray(0, this.#length), refs: this.#refs };
    this.#length = 0;
    this.#refs = [];
    return taken;
  }

  #room(more: number): void {
    if (this.#length + more <= this.#bytes.length) return;
    const larger = Buffer.allocUnsafe((this.#length + more) * 2);
    this.#bytes.copy(larger, 0, 0, this.#length);
    this.#bytes = larger;
  }
}

export class ByteReader {
  readonly #texts: SharedTexts;
  readonly #bytes: Buffer;
  readonly #refs: readonly number[];
  #at: number;
  #ref = 0;

  constructor(texts: SharedTexts, bytes: Buffer, at: number, refs: readonly number[]) {
    this.#texts = texts;
    this.#bytes = bytes;
    this.#at = at;
    this.#refs = refs;
  }

  number(): number {
    let value = 0;
    let factor = 1;
    for (;;) {
      const byte = this.#bytes[this.#at++] as number;
      value += (byte & 0x7f) * factor;
      if (byte < 0x80) return value;
      factor *= 0x80;
    }
  }

  signed(): number {
    const value = this.number();
    return value % 2 === 1 ? -(value + 1) / 2 : value / 2;
  }

  id(): string {
    const low = this.#bytes.readUInt32LE(this.#at);
    const high = this.#bytes.readUInt32LE(this.#at + 4);
    this.#at += 8;
    return decimalOf(low, high);
  }

  text(): string {
    const mark = this.number();
    if (mark === SHARED) return this.#texts.text(this.#refs[this.#ref++] as number);
    const length = Math.floor((mark - 1) / 2);
    const from = this.#at;
    this.#at += length;
    return this.#bytes.toString((mark - 1) % 2 === 1 ? 'utf16le' : 'latin1', from, this.#at);
  }
}
