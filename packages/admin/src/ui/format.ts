/** Numbers, money, days and lengths of time as the chosen language writes them. "—" for what does not exist. */
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';

export const NOTHING = '—';
const COMPACT_FROM = 1_000_000;

type Value = number | null | undefined;

export interface Sum {
  readonly currency: string;
  readonly revenue: number;
}

export interface Format {
  number(value: Value): string;
  /** Compact over a million. */
  short(value: Value): string;
  decimal(value: Value): string;
  /** @param value in percent, 0 to 100 */
  percent(value: Value): string;
  money(value: Value, currency: string): string;
  /** Sums in several currencies, each with its code, since signs are those of several. */
  sums(list: readonly Sum[]): string;
  /** @param value seconds */
  duration(value: Value): string;
  /** @param day `YYYY-MM-DD` */
  day(day: string): string;
  dayShort(day: string): string;
  range(from: string, to: string): string;
  /** @param at a moment the Date constructor takes */
  moment(at: string | number): string;
  time(at: string | number): string;
}

const given = (value: Value, write: (value: number) => string): string =>
  value === null || value === undefined || !Number.isFinite(value) ? NOTHING : write(value);

const at = (day: string): Date => new Date(`${day.slice(0, 10)}T00:00:00Z`);
const pad = (n: number): string => String(n).padStart(2, '0');

/** @param timeZone of moments and times; absent: the reader's own */
export function makeFormat(language: string, timeZone?: string): Format {
  const number = new Intl.NumberFormat(language, { maximumFractionDigits: 0 });
  const compact = new Intl.NumberFormat(language, { notation: 'compact', maximumFractionDigits: 2 });
  const decimal = new Intl.NumberFormat(language, { minimumFractionDigits: 2, maximumFractionDigits: 2 });
  const percent = new Intl.NumberFormat(language, {
    style: 'percent',
    minimumFractionDigits: 2,
    maximumFractionDigits: 2,
  });
  const date = (options: Intl.DateTimeFormatOptions) => new Intl.DateTimeFormat(language, options);
  const utc = { timeZone: 'UTC' } as const;
  const zone = timeZone === undefined ? {} : { timeZone };
  const day = date({ day: 'numeric', month: 'long', year: 'numeric', ...utc });
  const dayShort = date({ day: 'numeric', month: 'short', ...utc });
  const moment = date({ day: 'numeric', month: 'short', hour: '2-digit', minute: '2-digit', ...zone });
  const time = date({ hour: '2-digit', minute: '2-digit', second: '2-digit', ...zone });
  const short = (value: number): string => (Math.abs(value) >= COMPACT_FROM ? compact : number).format(value);
  return {
    number: (value) => given(value, (n) => number.format(n)),
    short: (value) => given(value, short),
    decimal: (value) => given(value, (n) => decimal.format(n)),
    percent: (value) => given(value, (n) => percent.format(n / 100)),
    money: (value, currency) => given(value, (n) => writeMoney(language, currency, n)),
    sums: (list) => list.map((sum) => writeSum(language, sum)).join(', '),
    duration: (value) => given(value, writeDuration),
    day: (text) => day.format(at(text)),
    dayShort: (text) => dayShort.format(at(text)),
    range: (from, to) => (from === to ? day.format(at(from)) : day.formatRange(at(from), at(to))),
    moment: (value) => moment.format(new Date(value)),
    time: (value) => time.format(new Date(value)),
  };
}

function writeMoney(language: string, currency: string, value: number): string {
  const whole = Number.isInteger(value) || Math.abs(value) >= 10_000;
  return new Intl.NumberFormat(language, {
    style: 'currency',
    currency,
    currencyDisplay: 'narrowSymbol',
    notation: Math.abs(value) >= COMPACT_FROM ? 'compact' : 'standard',
    ...(whole ? {} : { minimumFractionDigits: 2 }),
    maximumFractionDigits: whole && Math.abs(value) < COMPACT_FROM ? 0 : 2,
  }).format(value);
}

function writeSum(language: string, { currency, revenue }: Sum): string {
  const whole = Number.isInteger(revenue) || Math.abs(revenue) >= 10_000;
  const digits = whole ? 0 : 2;
  const number = new Intl.NumberFormat(language, {
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
  });
  return `${number.format(revenue)}\u00a0${currency}`;
}

function writeDuration(value: number): string {
  const seconds = Math.round(value);
  const hours = Math.floor(seconds / 3_600);
  const rest = `${pad(Math.floor((seconds % 3_600) / 60))}:${pad(seconds % 60)}`;
  return hours === 0 ? rest.replace(/^0(\d)/, '$1') : `${hours}:${rest}`;
}

export function useFormat(timeZone?: string): Format {
  const { i18n } = useTranslation();
  return useMemo(() => makeFormat(i18n.language, timeZone), [i18n.language, timeZone]);
}

/** Whether a moment has another hour there than on the reader's clock. */
export const isElsewhere = (timeZone: string, at: number | string): boolean =>
  makeFormat('en', timeZone).moment(at) !== makeFormat('en').moment(at);
