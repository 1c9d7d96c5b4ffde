/** Reads a file of costs: rows by day and marks, or what is wrong in which line [G122] [G123]. Pure. */
import {
  MAX_COST_BYTES,
  MAX_COST_DAYS,
  MAX_COST_LINES,
  MAX_COST_ROWS,
  type ApiErrorItem,
} from '@goalpost/contract/management';
import { markOf } from '../../collect/index.ts';
import { fileFault, MOST_TOLD, readTable, type TableShape } from '../../kit/files/read-table.ts';
import { isCurrency, NO_SUCH_CURRENCY } from '../rates/currency.ts';
import type { CostRow } from './port.ts';
import { DAY_MS, daysLater, isCalendarDay, startOfUtcDay, utcDay } from '../../kit/dates/calendar-day.ts';

export interface ReadCosts {
  readonly lines: number;
  readonly rows: readonly CostRow[];
}

const COLUMNS = [
  'Date',
  'UTMSource',
  'UTMMedium',
  'UTMCampaign',
  'UTMContent',
  'UTMTerm',
  'Expenses',
  'Currency',
  'Clicks',
] as const;
type Column = (typeof COLUMNS)[number];
const SHAPE: TableShape<Column> = {
  columns: COLUMNS,
  needed: ['Date', 'UTMSource', 'Expenses'],
  mostBytes: MAX_COST_BYTES,
  mostLines: MAX_COST_LINES,
};

const MOST_MONEY = 1e9;
const MOST_CLICKS = 1e9;
const FIRST_DAY = '2000-01-01';
/** What is bought may begin later. */
const MOST_AHEAD_DAYS = 366;

export interface CostFileAbout {
  /** Of lines that name none. */
  readonly currency: string;
  /** Milliseconds since the epoch. */
  readonly now: number;
}

type Cells = Readonly<Record<Column, string>>;

/** A line, read. */
interface Read {
  readonly days: readonly string[];
  readonly marks: Omit<CostRow, 'day' | 'prices' | 'clicks'>;
  readonly currency: string;
  /** Whole millionths. */
  readonly amount: number;
  readonly clicks: number;
}

export function readCosts(text: string, about: CostFileAbout): ReadCosts | readonly ApiErrorItem[] {
  const table = readTable(text, SHAPE);
  if ('faults' in table) return table.faults;
  const faults: ApiErrorItem[] = [];
  const found: Read[] = [];
  let days = 0;
  for (const { number, cells } of table.lines) {
    const one = readLine(cells, about);
    if ('column' in one) {
      const { column, why } = one;
      faults.push(fileFault(`file.${number}.${column}`, `line ${number}, ${column}: ${why}`));
      if (faults.length === MOST_TOLD) break;
      continue;
    }
    days += one.days.length;
    if (days > MAX_COST_ROWS)
      return [fileFault('file', `the lines of a file are about at most ${MAX_COST_ROWS} days together`)];
    found.push(one);
  }
  return faults.length > 0 ? faults : { lines: table.lines.length, rows: summed(found) };
}

type Wrong = { readonly column: Column; readonly why: string };

function readLine(cells: Cells, { currency: usual, now }: CostFileAbout): Read | Wrong {
  const days = daysOf(cells.Date, now);
  if ('why' in days) return { column: 'Date', why: days.why };
  const marks = {
    source: markOf(cells.UTMSource),
    medium: markOf(cells.UTMMedium),
    campaign: markOf(cells.UTMCampaign),
    content: markOf(cells.UTMContent),
    term: markOf(cells.UTMTerm),
  };
  if (marks.source === '')
    return { column: 'UTMSource', why: 'the source is missing: costs are known by UTM marks' };
  const amount = numberOf(cells.Expenses, MOST_MONEY);
  if (amount === null)
    return { column: 'Expenses', why: `a sum such as 12.34 is needed, 0 or more and at most ${MOST_MONEY}` };
  const currency = cells.Currency === '' ? usual : cells.Currency.toUpperCase();
  if (!isCurrency(currency)) return { column: 'Currency', why: NO_SUCH_CURRENCY };
  const clicks = cells.Clicks === '' ? 0 : numberOf(cells.Clicks, MOST_CLICKS);
  if (clicks === null || !Number.isInteger(clicks))
    return { column: 'Clicks', why: `a whole number is needed, 0 or more and at most ${MOST_CLICKS}` };
  return { days, marks, currency, amount: Math.round(amount * 1e6), clicks };
}

function numberOf(text: string, most: number): number | null {
  if (!/^\d{1,12}(?:\.\d{1,12})?$/.test(text)) return null;
  const number = Number(text);
  return number <= most ? number : null;
}

function daysOf(text: string, now: number): readonly string[] | { readonly why: string } {
  const [from = '', to = from, ...more] = text.split('/').map((part) => part.trim());
  const last = utcDay(now + MOST_AHEAD_DAYS * DAY_MS);
  if (more.length > 0 || !isCalendarDay(from) || !isCalendarDay(to))
    return { why: 'a day such as 2026-01-31 is needed, or two of them parted by /' };
  if (from < FIRST_DAY || to > last) return { why: `days from ${FIRST_DAY} to ${last} are taken` };
  if (from > to) return { why: `${from} is after ${to}` };
  const count = (startOfUtcDay(to) - startOfUtcDay(from)) / DAY_MS + 1;
  if (count > MAX_COST_DAYS) return { why: `at most ${MAX_COST_DAYS} days stand in one line` };
  return Array.from({ length: count }, (_, at) => daysLater(from, at));
}

/** What a whole makes in each of so many parts: the first ones have what is over. */
function shareOf(whole: number, parts: number, at: number): number {
  const share = Math.floor(whole / parts);
  return share + (at < whole - share * parts ? 1 : 0);
}

/** Lines of the same day and marks are added up. */
function summed(lines: readonly Read[]): readonly CostRow[] {
  const rows = new Map<string, { row: CostRow; prices: Map<string, number>; clicks: number }>();
  for (const { days, marks, currency, amount, clicks } of lines) {
    const named = JSON.stringify(Object.values(marks));
    for (const [at, day] of days.entries()) {
      const key = `${day} ${named}`;
      const row = rows.get(key) ?? {
        row: { day, ...marks, prices: [], clicks: 0 },
        prices: new Map<string, number>(),
        clicks: 0,
      };
      row.prices.set(currency, (row.prices.get(currency) ?? 0) + shareOf(amount, days.length, at));
      row.clicks += shareOf(clicks, days.length, at);
      rows.set(key, row);
    }
  }
  return [...rows.values()].map(({ row, prices, clicks }) => ({
    ...row,
    prices: [...prices].map(([currency, millionths]) => [currency, millionths / 1e6] as const),
    clicks,
  }));
}
