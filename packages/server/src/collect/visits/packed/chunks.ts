/**
 * Records in large pieces of memory, the visitor who was silent longest first.
 * What is dead in a chunk is squeezed out when it is more than what lives.
 */
import { hashOfKey, markDead, readHead, type RecordHead, WORD } from './record.ts';

/** 256 KiB: a place in memory is 16 bits of chunk and 16 bits of word. */
const CHUNK_WORDS = 65_536;
/** Chunk 0 is none, so that no place is 0. */
const MAX_CHUNKS = 65_000;

export interface Chunk {
  readonly number: number;
  readonly words: Uint32Array;
  readonly bytes: Buffer;
  /** Words written, and those of records that live. */
  used: number;
  live: number;
  /** No record before this word lives. */
  first: number;
  older: Chunk | null;
  newer: Chunk | null;
}

export interface Placed {
  readonly chunk: Chunk;
  readonly at: number;
}

export class Chunks {
  readonly #chunks: (Chunk | undefined)[] = [undefined];
  readonly #free: number[] = [];
  readonly #moved: (hash: number, from: number, to: number) => void;
  #oldest: Chunk | null = null;
  #newest: Chunk | null = null;
  #count = 0;
  #bytes = 0;

  /** @param moved told of each record that lies somewhere else from now on */
  constructor(moved: (hash: number, from: number, to: number) => void) {
    this.#moved = moved;
  }

  get bytes(): number {
    return this.#bytes;
  }

  /** No more records can be placed. */
  get full(): boolean {
    return this.#count >= MAX_CHUNKS;
  }

  /** Room for a record, after all others. */
  append(words: number): Placed {
    let chunk = this.#newest;
    if (chunk === null || chunk.used + words > chunk.words.length) {
      const sealed = chunk;
      chunk = this.#make(Math.max(CHUNK_WORDS, words), this.#newest, null);
      if (sealed !== null) this.#tidy(sealed);
    }
    const at = chunk.used;
    chunk.used += words;
    chunk.live += words;
    return { chunk, at };
  }

  at(place: number): Placed {
    return { chunk: this.#chunks[place >>> 16] as Chunk, at: place & 0xffff };
  }

  kill({ chunk, at }: Placed): void {
    const { words } = readHead(chunk.words, at);
    markDead(chunk.words, at);
    chunk.live -= words;
    if (chunk !== this.#newest) this.#tidy(chunk);
  }

  /** The living record that was written first; null: there is none. */
  oldest(): Placed | null {
    for (let chunk = this.#oldest; chunk !== null; chunk = chunk.newer) {
      while (chunk.first < chunk.used) {
        const { dead, words } = readHead(chunk.words, chunk.first);
        if (!dead) return { chunk, at: chunk.first };
        chunk.first += words;
      }
    }
    return null;
  }

  /** Living records, first written first. */
  *all(): Generator<Placed & { readonly head: RecordHead }> {
    for (let chunk = this.#oldest; chunk !== null; chunk = chunk.newer) {
      for (const [at, head] of livingOf(chunk)) yield { chunk, at, head };
    }
  }

  #tidy(chunk: Chunk): void {
    if (chunk.live === 0) this.#drop(chunk);
    else if (chunk.live * 2 < chunk.used) this.#squeeze(chunk);
  }

  /** Writes what lives again, together with the chunk before it if both fit into one. */
  #squeeze(chunk: Chunk): void {
    const { older } = chunk;
    const both = older !== null && older.live + chunk.live <= CHUNK_WORDS;
    const from = both ? [older, chunk] : [chunk];
    const target = this.#make(
      from.reduce((sum, { live }) => sum + live, 0),
      chunk,
      chunk.newer,
    );
    for (const source of from) {
      for (const [at, head] of livingOf(source)) {
        target.words.set(source.words.subarray(at, at + head.words), target.used);
        this.#moved(hashOfKey(head), placeOf(source, at), placeOf(target, target.used));
        target.used += head.words;
      }
      this.#drop(source);
    }
    target.live = target.used;
  }

  #make(words: number, older: Chunk | null, newer: Chunk | null): Chunk {
    const memory = new ArrayBuffer(words * WORD);
    const number = this.#free.pop() ?? this.#chunks.length;
    const chunk: Chunk = {
      number,
      words: new Uint32Array(memory),
      bytes: Buffer.from(memory),
      used: 0,
      live: 0,
      first: 0,
      older,
      newer,
    };
    this.#chunks[number] = chunk;
    if (older === null) this.#oldest = chunk;
    else older.newer = chunk;
    if (newer === null) this.#newest = chunk;
    else newer.older = chunk;
    this.#count++;
    this.#bytes += memory.byteLength;
    return chunk;
  }

  #drop({ number, words, older, newer }: Chunk): void {
    if (older === null) this.#oldest = newer;
    else older.newer = newer;
    if (newer === null) this.#newest = older;
    else newer.older = older;
    this.#chunks[number] = undefined;
    this.#free.push(number);
    this.#count--;
    this.#bytes -= words.byteLength;
  }
}

export const placeOf = (chunk: Chunk, at: number): number => chunk.number * CHUNK_WORDS + at;

function* livingOf({ words, first, used }: Chunk): Generator<readonly [at: number, head: RecordHead]> {
  for (let at = first; at < used;) {
    const head = readHead(words, at);
    if (!head.dead) yield [at, head];
    at += head.words;
  }
}
