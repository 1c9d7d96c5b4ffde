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

export function textOf(cells: Cells, column: string): string | Wrong {
  const text = cell(cells, column);
  return text.length > MAX_TEXT ? wrong(column, `at most ${MAX_TEXT} characters are taken`) : text;
}

/** Empty is no. */
export function flagOf(cells: Cells, column: string): boolean | Wrong {
  const text = cell(cells, column).toLowerCase();
  if (['', '0', 'false', 'no'].includes(text)) return false;
  return ['1', 'true', 'yes'].includes(text) ? true : wrong(column, '1 or 0 is needed');
}

/** Empty is 0. */
export function secondsOf(cells: Cells, column: string): number | Wrong {
  const text = cell(cells, column);
  if (text === '') return 0;
  const seconds = /^\d{1,10}$/.test(text) ? Number(text) : Infinity;
  return seconds <= MOST_SECONDS ? seconds : wrong(column, 'a whole number of seconds is needed, 0 or more');
}

/** @returns milliseconds since the epoch */
export function momentOf(cells: Cells, now: number): number | Wrong {
  const text = cell(cells, 'DateTime');
  const seconds = /^\d{1,12}$/.test(text) ? Number(text) : 0;
  if (seconds < FIRST_SECOND)
    return wrong('DateTime', 'Unix seconds since 2000 are needed, such as 1772359507');
  if (seconds * 1_000 > now + AHEAD_MS) return wrong('DateTime', 'it lies in the future');
  return Math.min(seconds * 1_000, now);
}

/** As prices of hits are read: also what shops print [G22]–[G24]. */
export function priceOf(cells: Cells): Exclude<GivenPrice, 'unread'> | Wrong {
  const price = readPrice({ order_price: cell(cells, 'Price'), currency: cell(cells, 'Currency') });
  return price === 'unread'
    ? wrong('Price', 'a sum such as 1500.00 is needed, 0 or more, and a currency such as EUR')
    : price;
}
