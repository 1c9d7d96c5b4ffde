/** A set of 53-bit keys in 8 bytes each, for tens of millions of them. */

/** Tables grow one by one, so that no growth takes long. */
const TABLES = 256;
const FIRST_SIZE = 32;
const MAX_LOAD = 0.6;
const EMPTY = 0;

export class KeySet {
  readonly #tables: Float64Array[];
  readonly #counts: Uint32Array;
  #size = 0;

  constructor() {
    this.#tables = Array.from({ length: TABLES }, () => new Float64Array(FIRST_SIZE));
    this.#counts = new Uint32Array(TABLES);
  }

  has(key: number): boolean {
    const table = this.#table(key);
    return table[placeOf(table, key)] !== EMPTY;
  }

  /** @param key a positive whole number of at most 53 bits, spread evenly */
  add(key: number): void {
    const number = key % TABLES;
    let table = this.#table(key);
    let place = placeOf(table, key);
    if (table[place] !== EMPTY) return;
    const count = (this.#counts[number] ?? 0) + 1;
    if (count > table.length * MAX_LOAD) {
      table = grown(table);
      this.#tables[number] = table;
      place = placeOf(table, key);
    }
    table[place] = key;
    this.#counts[number] = count;
    this.#size++;
  }

  get size(): number {
    return this.#size;
  }

  /** Keys in runs, in an order that depends on the keys alone up to how they collide. */
  *runs(): Generator<Float64Array> {
    for (const table of this.#tables) yield table.filter((key) => key !== EMPTY);
  }

  #table(key: number): Float64Array {
    return this.#tables[key % TABLES] as Float64Array;
  }
}

/** Where the key is, or is to be put. */
function placeOf(table: Float64Array, key: number): number {
  const mask = table.length - 1;
  let place = Math.floor(key / TABLES) & mask;
  while (table[place] !== EMPTY && table[place] !== key) place = (place + 1) & mask;
  return place;
}

function grown(table: Float64Array): Float64Array {
  const larger = new Float64Array(table.length * 2);
  for (const key of table) if (key !== EMPTY) larger[placeOf(larger, key)] = key;
  return larger;
}
