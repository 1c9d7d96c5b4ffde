/** Which rate holds on which day, from the counter's table [M73] [M74]. Pure. */
import type { Rate, RateTable } from '@goalpost/contract/reports/rates';
import { addDays } from '../parse/dates.ts';

/** Reaches lie at most so many days outside the days in which their visits began. */
const MARGIN = 4;

/** Factors into one currency: from each of the days on, those of every currency that has a rate then. */
export interface Factors {
  /** Numbers of days since 1970, in order. */
  readonly days: readonly number[];
  /** A currency with the number of a day, and its factor. */
  readonly keys: readonly string[];
  readonly factors: readonly number[];
}

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
export function factorsInto(currency: string, table: RateTable, period: Span): Factors | null {
  const { into } = table;
  if (into === '') return null;
  const span = widened(period);
  const lists = new Map([...byCurrency(table)].map(([of, list]) => [of, inEffect(list, span)]));
  const days = new Set([span.from]);
  for (const list of lists.values()) for (const { day } of list) if (day > span.from) days.add(day);
  const rateOf = (of: string, day: string): number | undefined =>
    of === into ? 1 : lists.get(of)?.findLast((one) => one.day <= day)?.rate;
  const entries = [...days].toSorted().flatMap((day) => {
    const own = rateOf(currency, day);
    if (own === undefined) return [];
    return [into, ...lists.keys()].flatMap((of) => {
      const rate = of === currency ? undefined : rateOf(of, day);
      return rate === undefined ? [] : [{ key: `${of}${numberOf(day)}`, factor: rate / own }];
    });
  });
  if (entries.length === 0) return null;
  return {
    days: [...days].toSorted().map(numberOf),
    keys: entries.map(({ key }) => key),
    factors: entries.map(({ factor }) => factor),
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
