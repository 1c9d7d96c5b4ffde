/**
 * Visitors and their open visits in about a hundred bytes each, the longest silent first. Nothing of it
 * is an object of its own: a million of those would cost more than what they say.
 */
import { withEarlier, type Visit } from '../visit.ts';
import { ByteReader, ByteWriter, decimalOf, halvesOf } from './bytes.ts';
import { Chunks, placeOf, type Placed } from './chunks.ts';
import { PlaceIndex } from './place-index.ts';
import { hashOfKey, HEAD_WORDS, isOf, readHead, type VisitorKey, WORD, writeHead } from './record.ts';
import { SharedTexts } from './shared-texts.ts';
import { createVisitBytes } from './visit-bytes.ts';

const REF_BYTES = 2;

/** One visitor's visits, taken out of memory or looked at. */
export interface Packed {
  readonly counterId: number;
  /** Arrival of the visitor's latest hit, seconds. */
  readonly lastArrival: number;
  /** The latest opened visit, with those kept with it. */
  visits(): Visit;
}

export class PackedVisitors {
  readonly #texts = new SharedTexts();
  readonly #writer = new ByteWriter(this.#texts);
  readonly #visits = createVisitBytes();
  readonly #index: PlaceIndex;
  readonly #chunks: Chunks;

  constructor() {
    this.#index = new PlaceIndex({ hashAt: (place) => this.#hashAt(place) });
    this.#chunks = new Chunks((hash, from, to) => this.#index.move(hash, from, to));
  }

  get size(): number {
    return this.#index.size;
  }

  get bytes(): number {
    return this.#chunks.bytes + this.#index.bytes + this.#texts.bytes;
  }

  /** No more visitors can be kept, however few there are. */
  get full(): boolean {
    return this.#chunks.full;
  }

  find(counterId: number, visitor: string, robot: boolean): Packed | null {
    const place = this.#placeOf(keyOf(counterId, visitor, robot));
    return place === 0 ? null : this.#packedAt(this.#chunks.at(place));
  }

  /** Keeps a visitor's visits, in place of those kept before: the visitor is then the last to have been heard. */
  put(counterId: number, latest: Visit): void {
    const key = keyOf(counterId, latest.visitor, latest.robot);
    const visits = [...withEarlier(latest)];
    // Written before the old ones go, so that texts which both have stay shared.
    this.#writer.number(visits.length);
    for (const visit of visits) this.#visits.write(this.#writer, visit);
    const { bytes, refs } = this.#writer.take();
    this.#remove(key);

    const refBytes = REF_BYTES * (1 + refs.length);
    const words = HEAD_WORDS + Math.ceil((refBytes + bytes.length) / WORD);
    const { chunk, at } = this.#chunks.append(words);
    const lastArrival = visits.reduce((last, visit) => Math.max(last, visit.lastArrival), 0);
    writeHead(chunk.words, at, { ...key, lastArrival, words });
    let byte = (at + HEAD_WORDS) * WORD;
    byte = chunk.bytes.writeUInt16LE(refs.length, byte);
    for (const ref of refs) byte = chunk.bytes.writeUInt16LE(ref, byte);
    bytes.copy(chunk.bytes, byte);
    this.#index.add(hashOfKey(key), placeOf(chunk, at));
  }

  forget(counterId: number, visitor: string, robot: boolean): void {
    this.#remove(keyOf(counterId, visitor, robot));
  }

  /** The visitor who was silent longest; null: there are none. */
  oldest(): Packed | null {
    const placed = this.#chunks.oldest();
    return placed === null ? null : this.#packedAt(placed);
  }

  removeOldest(): void {
    const placed = this.#chunks.oldest();
    if (placed !== null) this.#remove(readHead(placed.chunk.words, placed.at));
  }

  /** All visitors, in the order in which `put` makes the same again. */
  *all(): Generator<Packed> {
    for (const placed of this.#chunks.all()) yield this.#packedAt(placed);
  }

  #packedAt({ chunk, at }: Placed): Packed {
    const { counterId, low, high, lastArrival } = readHead(chunk.words, at);
    return { counterId, lastArrival, visits: () => this.#read({ chunk, at }, decimalOf(low, high)) };
  }

  #read(placed: Placed, visitor: string): Visit {
    const refs = refsOf(placed);
    const from = (placed.at + HEAD_WORDS) * WORD + REF_BYTES * (1 + refs.length);
    const reader = new ByteReader(this.#texts, placed.chunk.bytes, from, refs);
    let left = reader.number();
    const latest = this.#visits.read(reader, visitor);
    for (let visit = latest; --left > 0; visit = visit.earlier) {
      visit.earlier = this.#visits.read(reader, visitor);
    }
    return latest;
  }

  #remove(key: VisitorKey): void {
    const place = this.#placeOf(key);
    if (place === 0) return;
    const placed = this.#chunks.at(place);
    for (const ref of refsOf(placed)) this.#texts.release(ref);
    this.#index.remove(hashOfKey(key), place);
    this.#chunks.kill(placed);
  }

  #placeOf(key: VisitorKey): number {
    return this.#index.find(hashOfKey(key), (place) => {
      const { chunk, at } = this.#chunks.at(place);
      return isOf(chunk.words, at, key);
    });
  }

  #hashAt(place: number): number {
    const { chunk, at } = this.#chunks.at(place);
    return hashOfKey(readHead(chunk.words, at));
  }
}

function keyOf(counterId: number, visitor: string, robot: boolean): VisitorKey {
  const [low, high] = halvesOf(visitor);
  return { counterId, low, high, robot };
}

function refsOf({ chunk, at }: Placed): readonly number[] {
  const from = (at + HEAD_WORDS) * WORD;
  const count = chunk.bytes.readUInt16LE(from);
  return Array.from({ length: count }, (_, index) =>
    chunk.bytes.readUInt16LE(from + REF_BYTES * (index + 1)),
  );
}
