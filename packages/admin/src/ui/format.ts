/** Numbers, money, days and lengths of time as the chosen language writes them. "—" for what does not exist. */
import { createContext, createElement, useContext, useMemo, useState, type ReactNode } from 'react';
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
  /** One digit at most. */
  tenths(value: Value): string;
  decimal(value: Value): string;
  /** @param value in percent, 0 to 100 */
  percent(value: Value): string;
  /** Whole percent, with one digit where it is under ten. @param value 0 to 1 */
  share(value: Value): string;
  money(value: Value, currency: string): string;
  /** Sums in several currencies, each with its code, since signs are those of several. */
  sums(list: readonly Sum[]): string;
  /** @param value seconds */
  duration(value: Value): string;
  /** @param day `YYYY-MM-DD` */
  day(day: string): string;
  dayShort(day: string): string;
  /** Month and year of a day. */
  month(day: string): string;
  range(from: string, to: string): string;
  /** @param at a moment the Date constructor takes */
  moment(at: string | number): string;
  time(at: string | number): string;
}

const given = (value: Value, write: (value: number) => string): string =>
  value === null || value === undefined || !Number.isFinite(value) ? NOTHING : write(value);

const at = (day: string): Date => new Date(`${day.slice(0, 10)}T00:00:00Z`);
const pad = (n: number): string => String(n).padStart(2, '0');

/** Formatters cost more than what they write: each is made when first needed, and once. */
function once<T>(make: () => T): () => T {
  let made: T | undefined;
  return () => (made ??= make());
}

/** One for each key, made when first needed. */
function kept<K, T>(make: (key: K) => T): (key: K) => T {
  const all = new Map<K, T>();
  return (key) => {
    const made = all.get(key) ?? make(key);
    all.set(key, made);
    return made;
  };
}

/** A clock of twelve hours has no leading zero: 6:05 AM, but 06:05. */
export function hourDigits(language: string): 'numeric' | '2-digit' {
  const { hour12 } = new Intl.DateTimeFormat(language, { hour: 'numeric' }).resolvedOptions();
  return hour12 === true ? 'numeric' : '2-digit';
}

/** @param timeZone of moments and times; absent: the reader's own */
export function makeFormat(language: string, timeZone?: string): Format {
  const numbers = (options: Intl.NumberFormatOptions) => once(() => new Intl.NumberFormat(language, options));
  const dates = (options: Intl.DateTimeFormatOptions) =>
    once(() => new Intl.DateTimeFormat(language, options));
  const number = numbers({ maximumFractionDigits: 0 });
  const compact = numbers({ notation: 'compact', maximumFractionDigits: 2 });
  const tenths = numbers({ maximumFractionDigits: 1 });
  const decimal = numbers({ minimumFractionDigits: 2, maximumFractionDigits: 2 });
  const percent = numbers({ style: 'percent', minimumFractionDigits: 2, maximumFractionDigits: 2 });
  const share = numbers({ style: 'percent', maximumFractionDigits: 0 });
  const smallShare = numbers({ style: 'percent', maximumFractionDigits: 1 });
  const utc = { timeZone: 'UTC' } as const;
  const zone = timeZone === undefined ? {} : { timeZone };
  const day = dates({ day: 'numeric', month: 'long', year: 'numeric', ...utc });
  const dayShort = dates({ day: 'numeric', month: 'short', ...utc });
  const month = dates({ month: 'long', year: 'numeric', ...utc });
  const inHours = (options: Intl.DateTimeFormatOptions) =>
    once(() => new Intl.DateTimeFormat(language, { hour: hourDigits(language), ...options, ...zone }));
  const moment = inHours({ day: 'numeric', month: 'short', minute: '2-digit' });
  const time = inHours({ minute: '2-digit', second: '2-digit' });
  const money = moneyIn(language);
  const short = (value: number): string =>
    (Math.abs(value) >= COMPACT_FROM ? compact() : number()).format(value);
  const sum = ({ currency, revenue }: Sum): string =>
    `${(isWrittenWhole(revenue) ? number() : decimal()).format(revenue)}\u00a0${currency}`;
  return {
    number: (value) => given(value, (n) => number().format(n)),
    short: (value) => given(value, short),
    tenths: (value) => given(value, (n) => tenths().format(n)),
    decimal: (value) => given(value, (n) => decimal().format(n)),
    percent: (value) => given(value, (n) => percent().format(n / 100)),
    share: (value) => given(value, (n) => (Math.abs(n) < 0.1 ? smallShare() : share()).format(n)),
    money: (value, currency) => given(value, (n) => money(currency, n)),
    sums: (list) => list.map(sum).join(', '),
    duration: (value) => given(value, writeDuration),
    day: (text) => day().format(at(text)),
    dayShort: (text) => dayShort().format(at(text)),
    month: (text) => month().format(at(text)),
    range: (from, to) => (from === to ? day().format(at(from)) : day().formatRange(at(from), at(to))),
    moment: (value) => moment().format(new Date(value)),
    time: (value) => time().format(new Date(value)),
  };
}

function moneyIn(language: string): (currency: string, value: number) => string {
  const inCurrency = (options: Intl.NumberFormatOptions) =>
    kept(
      (currency: string) =>
        new Intl.NumberFormat(language, {
          style: 'currency',
          currency,
          currencyDisplay: 'narrowSymbol',
          ...options,
        }),
    );
  const whole = inCurrency({ maximumFractionDigits: 0 });
  const exact = inCurrency({ minimumFractionDigits: 2, maximumFractionDigits: 2 });
  const compact = inCurrency({ notation: 'compact', maximumFractionDigits: 2 });
  return (currency, value) => {
    const written = Math.abs(value) >= COMPACT_FROM ? compact : isWrittenWhole(value) ? whole : exact;
    return written(currency).format(value);
  };
}

/** Hundredths of a large sum tell nothing. */
const isWrittenWhole = (value: number): boolean => Number.isInteger(value) || Math.abs(value) >= 10_000;

function writeDuration(value: number): string {
  const seconds = Math.round(value);
  const hours = Math.floor(seconds / 3_600);
  const rest = `${pad(Math.floor((seconds % 3_600) / 60))}:${pad(seconds % 60)}`;
  return hours === 0 ? rest.replace(/^0(\d)/, '$1') : `${hours}:${rest}`;
}

const Formats = createContext(makeFormat);

/** What all screens below write with: a hundred parts of one share its formatters. */
export function FormatScope({ children }: { readonly children: ReactNode }) {
  const [shared] = useState(() => {
    const inLanguage = kept((language: string) =>
      kept((timeZone: string | undefined) => makeFormat(language, timeZone)),
    );
    return (language: string, timeZone?: string): Format => inLanguage(language)(timeZone);
  });
  return createElement(Formats, { value: shared }, children);
}

export function useFormat(timeZone?: string): Format {
  const { i18n } = useTranslation();
  const make = useContext(Formats);
  return useMemo(() => make(i18n.language, timeZone), [make, i18n.language, timeZone]);
}

/** Whether a moment has another hour there than on the reader's clock. */
export const isElsewhere = (timeZone: string, at: number | string): boolean =>
  makeFormat('en', timeZone).moment(at) !== makeFormat('en').moment(at);
