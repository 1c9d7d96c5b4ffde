/** Which rate holds on which day, from the counter's table [M73] [M74]. Pure. */
import type { Rate, RateTable } from '@goalpost/contract/reports/rates';
import { addDays } from '../parse/dates.ts';

/** Reaches lie at most so many days outside the days in which their visits began. */
const MARGIN = 4;

/**
 * What currencies cost in the table's own, in one list: as long as the table, however many days the period has. An
 * entry is found by its currency's place in the list and its day.
 */
export interface RateList {
  /** Those that have a rate; the first has the place 1. */
  readonly currencies: readonly string[];
  /** `keyOf` a place and the day from which on the rate holds, in order. */
  readonly keys: readonly number[];
  /** 0: none is known from that day on. */
  readonly rates: readonly number[];
  /** Place of the currency that is converted into; null: it is the table's own. */
  readonly own: number | null;
}

/** More than the store knows days. */
export const DAYS_OF_A_PLACE = 1_000_000;
const keyOf = (place: number, day: number): number => place * DAYS_OF_A_PLACE + Math.max(day, 0);

interface Span {
  readonly from: string;
  readonly to: string;
}

const numberOf = (day: string): number => Date.parse(`${day}T00:00:00Z`) / 86_400_000;

/** Rates by currency, oldest first. */
function byCurrency({ rates }: RateTable): ReadonlyMap<string, readonly Rate[]> {
  const sorted = rates.toSorted((one, other) => (one.day < other.day ? -1 : 1));
  return Map.groupBy(sorted, ({ currency }) => currency);
}

/** The rates that are in effect on some day of the span: of each currency the last before it, and those within. */
function inEffect(list: readonly Rate[], { from, to }: Span): readonly Rate[] {
  const first = list.findLastIndex(({ day }) => day <= from);
  return list.slice(Math.max(first, 0)).filter(({ day }) => day <= to);
}

const widened = ({ from, to }: Span): Span => ({ from: addDays(from, -MARGIN), to: addDays(to, MARGIN) });

/** @returns null where nothing can be converted into the currency */
export function ratesInto(currency: string, table: RateTable, period: Span): RateList | null {
  const { into } = table;
  const span = widened(period);
  const lists = [...byCurrency(table)]
    .map(([of, list]) => [of, inEffect(list, span)] as const)
    .filter(([of, list]) => of !== into && list.length > 0);
  const currencies = [into, ...lists.map(([of]) => of)];
  if (into === '' || !currencies.includes(currency)) return null;
  const entries = new Map([
    [0, 0],
    [keyOf(1, 0), 1],
  ]);
  for (const [index, [, list]] of lists.entries()) {
    entries.set(keyOf(index + 2, 0), 0);
    for (const { day, rate } of list) entries.set(keyOf(index + 2, numberOf(day)), rate);
  }
  return {
    currencies,
    keys: [...entries.keys()],
    rates: [...entries.values()],
    own: currency === into ? null : currencies.indexOf(currency) + 1,
  };
}

/**
 * What an answer states: the rates in effect in the period.
 * @param currencies those that were converted; null: any
 */
export function statedRates(
  table: RateTable,
  currencies: ReadonlySet<string> | null,
  period: Span,
): RateTable {
  const lists = [...byCurrency(table)].filter(([currency]) => currencies?.has(currency) ?? true);
  return { into: table.into, rates: lists.flatMap(([, list]) => inEffect(list, period)) };
}
