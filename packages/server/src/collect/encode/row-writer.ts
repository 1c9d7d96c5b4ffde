/** Values one after another as ClickHouse's RowBinary has them. A row for every hit must cost little. */
import { halvesOf } from '../visits/packed/bytes.ts';

const FIRST_BYTES = 64 * 1024;
const ASCII_END = 0x80;
/** Longer texts are faster written by Node than unit by unit. */
const SHORT = 24;
const UTF8_BYTES_A_UNIT = 3;
const HIGH = 2 ** 32;

export class RowWriter {
  #bytes: Buffer;
  #at = 0;

  /** @param room bytes that it has at first; it grows */
  constructor(room = FIRST_BYTES) {
    this.#bytes = Buffer.allocUnsafeSlow(room);
  }

  /** The lowest bits, in so many bytes, the lowest byte first; negative numbers, too. */
  integer(value: number, size: number): void {
    this.#room(size);
    for (let byte = 0; byte < size; byte++) this.#bytes[this.#at++] = value >>> (8 * byte);
  }

  /** A whole number from 0 to 2⁵³ in eight bytes. */
  long(value: number): void {
    this.integer(value, 4);
    this.integer(Math.floor(value / HIGH), 4);
  }

  /** @param decimal a decimal UInt64 */
  decimalId(decimal: string): void {
    const [low, high] = halvesOf(decimal);
    this.integer(low, 4);
    this.integer(high, 4);
  }

  float(value: number, size: 4 | 8): void {
    this.#room(size);
    if (size === 4) this.#bytes.writeFloatLE(value, this.#at);
    else this.#bytes.writeDoubleLE(value, this.#at);
    this.#at += size;
  }

  /** How many bytes or items follow. */
  length(value: number): void {
    this.#room(5);
    let rest = value;
    while (rest >= ASCII_END) {
      this.#bytes[this.#at++] = (rest % ASCII_END) | ASCII_END;
      rest = Math.floor(rest / ASCII_END);
    }
    this.#bytes[this.#at++] = rest;
  }

  /** As UTF-8; halves of a pair alone become U+FFFD. */
  text(value: string): void {
    if (value.length > SHORT || !this.#ascii(value)) this.#utf8(value);
  }

  bytes(value: Uint8Array): void {
    this.#room(value.length);
    this.#bytes.set(value, this.#at);
    this.#at += value.length;
  }

  /** What was written. The writer is not used after it. */
  take(): Buffer {
    return this.#bytes.subarray(0, this.#at);
  }

  /** False: it is not, and nothing was written. */
  #ascii(value: string): boolean {
    this.#room(1 + SHORT);
    const bytes = this.#bytes;
    const from = this.#at + 1;
    for (let place = 0; place < value.length; place++) {
      const unit = value.charCodeAt(place);
      if (unit >= ASCII_END) return false;
      bytes[from + place] = unit;
    }
    bytes[this.#at] = value.length;
    this.#at = from + value.length;
    return true;
  }

  /** Its length is known once it is written: it is guessed, and the text moved where that was wrong. */
  #utf8(value: string): void {
    this.#room(5 + value.length * UTF8_BYTES_A_UNIT);
    const guessed = sizeOfLength(value.length);
    const written = this.#bytes.write(value, this.#at + guessed, 'utf8');
    const size = sizeOfLength(written);
    if (size !== guessed) {
      const from = this.#at + guessed;
      this.#bytes.copyWithin(this.#at + size, from, from + written);
    }
    this.length(written);
    this.#at += written;
  }

  #room(more: number): void {
    if (this.#at + more <= this.#bytes.length) return;
    const larger = Buffer.allocUnsafeSlow((this.#at + more) * 2);
    this.#bytes.copy(larger, 0, 0, this.#at);
    this.#bytes = larger;
  }
}

function sizeOfLength(length: number): number {
  let size = 1;
  for (let rest = length; rest >= ASCII_END; rest = Math.floor(rest / ASCII_END)) size++;
  return size;
}
