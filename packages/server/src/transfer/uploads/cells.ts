/** Reads cells of uploaded lines: values, or what is wrong with them. Pure. */
import { readPrice, type GivenPrice } from '../../collect/index.ts';
import type { Cells, Wrong } from './kind.ts';

export const MAX_TEXT = 255;
const MOST_SECONDS = 4_000_000_000;
/** Clocks of other systems are ahead by so much. */
const AHEAD_MS = 60_000;
const FIRST_SECOND = 946_684_800;

const wrong = (column: string, why: string): Wrong => ({ column, why });
const cell = (cells: Cells, column: string): string => cells[column] ?? '';

type Reader<T> = (cells: Cells) => T | Wrong;

export const text =
  (column: string): Reader<string> =>
  (cells) => {
    const given = cell(cells, column);
    return given.length > MAX_TEXT ? wrong(column, `at most ${MAX_TEXT} characters are taken`) : given;
  };

/** Empty is no. */
export const flag =
  (column: string): Reader<boolean> =>
  (cells) => {
    const given = cell(cells, column).toLowerCase();
    if (['', '0', 'false', 'no'].includes(given)) return false;
    return ['1', 'true', 'yes'].includes(given) ? true : wrong(column, '1 or 0 is needed');
  };

/** Empty is 0. */
export const seconds =
  (column: string): Reader<number> =>
  (cells) => {
    const given = cell(cells, column);
    if (given === '') return 0;
    const value = /^\d{1,10}$/.test(given) ? Number(given) : Infinity;
    return value <= MOST_SECONDS ? value : wrong(column, 'a whole number of seconds is needed, 0 or more');
  };

/** Several cells of a line, or the first that is wrong. */
export function readAll<T extends Readonly<Record<string, string | number | boolean>>>(
  cells: Cells,
  readers: { readonly [Name in keyof T]: Reader<T[Name]> },
): T | Wrong {
  const read: Record<string, unknown> = {};
  for (const [name, reader] of Object.entries<Reader<unknown>>(readers)) {
    const value = reader(cells);
    if (isWrong(value)) return value;
    read[name] = value;
  }
  return read as T;
}

/** Told by its fields: cells hold texts, numbers and flags. */
export const isWrong = (value: unknown): value is Wrong =>
  typeof value === 'object' && value !== null && 'column' in value && 'why' in value;

/** @returns milliseconds since the epoch */
export function momentOf(cells: Cells, now: number): number | Wrong {
  const given = cell(cells, 'DateTime');
  const second = /^\d{1,12}$/.test(given) ? Number(given) : 0;
  if (second < FIRST_SECOND)
    return wrong('DateTime', 'Unix seconds since 2000 are needed, such as 1772359507');
  if (second * 1_000 > now + AHEAD_MS) return wrong('DateTime', 'it lies in the future');
  return Math.min(second * 1_000, now);
}

/** As prices of hits are read: also what shops print [G22]–[G24]. */
export function priceOf(cells: Cells): Exclude<GivenPrice, 'unread'> | Wrong {
  const price = readPrice({ order_price: cell(cells, 'Price'), currency: cell(cells, 'Currency') });
  return price === 'unread'
    ? wrong('Price', 'a sum such as 1500.00 is needed, 0 or more, and a currency such as EUR')
    : price;
}
