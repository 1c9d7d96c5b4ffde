/** Where each visitor's record is: a hash table of places, 4 bytes each, that never holds the keys themselves. */

/** Tables grow one by one, so that no growth takes long. */
const TABLES = 256;
const FIRST_SIZE = 8;
const MAX_LOAD = 0.75;
const EMPTY = 0;

export interface PlaceKeys {
  /** Hash of the key of the record at a place. */
  hashAt(place: number): number;
}

export class PlaceIndex {
  readonly #keys: PlaceKeys;
  readonly #tables: Uint32Array[] = Array.from({ length: TABLES }, () => new Uint32Array(FIRST_SIZE));
  readonly #counts = new Uint32Array(TABLES);
  #size = 0;
  #bytes = TABLES * FIRST_SIZE * 4;

  constructor(keys: PlaceKeys) {
    this.#keys = keys;
  }

  get size(): number {
    return this.#size;
  }

  get bytes(): number {
    return this.#bytes;
  }

  /** The place, above 0, for which the test holds; 0: none. */
  find(hash: number, test: (place: number) => boolean): number {
    const table = this.#table(hash);
    for (let slot = slotOf(table, hash); table[slot] !== EMPTY; slot = next(table, slot)) {
      if (test(table[slot] as number)) return table[slot] as number;
    }
    return 0;
  }

  /** Adds a place of a key that is not there. */
  add(hash: number, place: number): void {
    const number = hash % TABLES;
    const count = (this.#counts[number] as number) + 1;
    let table = this.#table(hash);
    if (count > table.length * MAX_LOAD) table = this.#grow(number);
    insert(table, hash, place);
    this.#counts[number] = count;
    this.#size++;
  }

  move(hash: number, from: number, to: number): void {
    const table = this.#table(hash);
    const slot = this.#slotWith(table, hash, from);
    if (slot !== -1) table[slot] = to;
  }

  remove(hash: number, place: number): void {
    const table = this.#table(hash);
    let hole = this.#slotWith(table, hash, place);
    if (hole === -1) return;
    this.#counts[hash % TABLES] = (this.#counts[hash % TABLES] as number) - 1;
    this.#size--;
    // Whatever would not be found any more across the hole moves into it.
    for (let slot = next(table, hole); table[slot] !== EMPTY; slot = next(table, slot)) {
      const home = slotOf(table, this.#keys.hashAt(table[slot] as number));
      const mask = table.length - 1;
      if (((slot - home) & mask) < ((slot - hole) & mask)) continue;
      table[hole] = table[slot] as number;
      hole = slot;
    }
    table[hole] = EMPTY;
  }

  #slotWith(table: Uint32Array, hash: number, place: number): number {
    for (let slot = slotOf(table, hash); table[slot] !== EMPTY; slot = next(table, slot)) {
      if (table[slot] === place) return slot;
    }
    return -1;
  }

  #grow(number: number): Uint32Array {
    const table = this.#tables[number] as Uint32Array;
    const larger = new Uint32Array(table.length * 2);
    for (const place of table) if (place !== EMPTY) insert(larger, this.#keys.hashAt(place), place);
    this.#tables[number] = larger;
    this.#bytes += table.byteLength;
    return larger;
  }

  #table(hash: number): Uint32Array {
    return this.#tables[hash % TABLES] as Uint32Array;
  }
}

const slotOf = (table: Uint32Array, hash: number): number => Math.floor(hash / TABLES) & (table.length - 1);
const next = (table: Uint32Array, slot: number): number => (slot + 1) & (table.length - 1);

function insert(table: Uint32Array, hash: number, place: number): void {
  let slot = slotOf(table, hash);
  while (table[slot] !== EMPTY) slot = next(table, slot);
  table[slot] = place;
}
