/** Reads what a service of rates answers: a table in JSON, or the ECB's XML [M92]. Pure. */
import type { RateFault } from '@goalpost/contract/notices/rate-source';
import { readEcb } from './ecb-xml.ts';
import type { RateFile } from './file-shape.ts';
import { utcDay } from '../../../kit/dates/calendar-day.ts';

export const isFault = (read: object): read is RateFault => 'code' in read;
const unreadable: RateFault = { code: 'unreadable', detail: '' };

/** Never throws, and takes time in proportion to the text's length. */
export function readRateFile(text: string): RateFile | RateFault {
  const said = text.replace(/^\uFEFF/, '').trimStart();
  if (said.startsWith('{')) return readTable(said);
  return said.startsWith('<') ? (readEcb(said) ?? unreadable) : unreadable;
}

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** As open services write it: each says the same by one of few names. */
function readTable(text: string): RateFile | RateFault {
  let found: unknown;
  try {
    found = JSON.parse(text);
  } catch {
    return unreadable;
  }
  if (!isObject(found)) return unreadable;
  const table = found['rates'] ?? found['conversion_rates'];
  if (!isObject(table)) return unreadable;
  const base = found['base'] ?? found['base_code'];
  if (typeof base !== 'string' || !/^[A-Za-z]{3}$/.test(base)) return { code: 'base', detail: '' };
  const amount = found['amount'] ?? 1;
  if (amount !== 1) return { code: 'rate', detail: 'amount' };
  const day = dayOf(found);
  if (day === undefined) return { code: 'day', detail: '' };
  const units = Object.entries(table).map(([currency, rate]) => [currency.toUpperCase(), rate] as const);
  return { base: base.toUpperCase(), days: [{ day, units: new Map(units) }] };
}

/** @returns null where none is said; undefined where it cannot be read */
function dayOf(table: Readonly<Record<string, unknown>>): string | null | undefined {
  const said = table['date'];
  if (typeof said === 'string') return /^\d{4}-\d\d-\d\d(?!\d)/.exec(said)?.[0];
  const seconds = table['timestamp'] ?? table['time_last_update_unix'];
  if (seconds === undefined || seconds === null)
    return said === undefined || said === null ? null : undefined;
  if (typeof seconds !== 'number' || !(seconds > 0 && seconds < 1e11)) return undefined;
  return utcDay(seconds * 1_000);
}
