/** What a price is multiplied by, as SQL over its currency and its moment [M74]. */
import type { RateTable } from '@goalpost/contract/reports/rates';
import type { Binder, BoundType } from '../compile/binder.ts';
import type { Zone } from '../parse/zone.ts';
import { DAYS_OF_A_PLACE, ratesInto } from './rates.ts';

/** 0 where no rate is known. */
export type RateSql = (currency: string, time: string) => string;

/** What of a plan rates are found by. */
interface Converting {
  readonly rates: RateTable | null;
  readonly from: string;
  readonly to: string;
  readonly zone: Zone;
}

/** Lists of a visit's reaches, and what lambdas over them call a price's parts. */
export const REACH_LISTS = 'goal_ids, goal_prices, goal_currencies, goal_times';
export const REACH_PRICE = { currency: 'c', price: 'p', time: 't' } as const;

/** @returns null where nothing is converted into the currency */
export function rateSqlInto(
  target: string,
  { rates, from, to, zone }: Converting,
  { bind }: Binder,
): RateSql | null {
  const found = rates === null ? null : ratesInto(target, rates, { from, to });
  if (found === null) return null;
  const currencies = bind('Array(String)', found.currencies);
  const places = bind(
    'Array(UInt64)',
    found.currencies.map((_currency, index) => index + 1),
  );
  const bound = (type: BoundType, list: readonly number[]): string =>
    inParts(list, (part) => bind(type, part));
  const keys = bound('Array(UInt64)', found.keys);
  const list = bound('Array(Float64)', found.rates);
  const local = bind('String', zone.store);
  const at = (place: string, time: string): string =>
    `transform(roundDown(toUInt64(${place} * ${DAYS_OF_A_PLACE} + toUInt32(toDate(${time}, ${local}))), ${keys}), ${keys}, ${list}, 0.)`;
  return (currency, time) => {
    const of = at(`transform(${currency}, ${currencies}, ${places}, toUInt64(0))`, time);
    if (found.own === null) return of;
    const own = at(`toUInt64(${found.own})`, time);
    return `if(${own} = 0., 0., ${of} / ${own})`;
  };
}

/** A server takes 131,072 bytes of each value that is bound. */
const PART = 5_000;

function inParts(list: readonly number[], bind: (part: readonly number[]) => string): string {
  const parts = Array.from({ length: Math.ceil(list.length / PART) }, (_, index) =>
    bind(list.slice(index * PART, (index + 1) * PART)),
  );
  return parts.length === 1 ? (parts[0] ?? '') : `arrayConcat(${parts.join(', ')})`;
}

/** A price in whole millionths of the currency asked for; 0 where it is in another that has no rate. */
export function millionthsSql(
  { currency, price, time }: Readonly<Record<'currency' | 'price' | 'time', string>>,
  target: string,
  rate: RateSql | null,
): string {
  const own = `${currency} = ${target}, toInt128(round(${price} * 1e6))`;
  if (rate === null) return `if(${own}, 0)`;
  return `if(${own}, toInt128(round(${price} * ${rate(currency, time)} * 1e6)))`;
}
