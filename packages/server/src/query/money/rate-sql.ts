/** What a price is multiplied by, as SQL over its currency and its moment [M74]. */
import type { RateTable } from '@goalpost/contract/reports/rates';
import type { Binder } from '../compile/binder.ts';
import type { Zone } from '../parse/zone.ts';
import { factorsInto } from './rates.ts';

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
  const found = rates === null ? null : factorsInto(target, rates, { from, to });
  if (found === null) return null;
  const days = bind('Array(UInt32)', found.days);
  const keys = bind('Array(String)', found.keys);
  const factors = bind('Array(Float64)', found.factors);
  const local = bind('String', zone.store);
  return (currency, time) => {
    const day = `roundDown(toUInt32(toDate(${time}, ${local})), ${days})`;
    return `transform(concat(${currency}, toString(${day})), ${keys}, ${factors}, 0.)`;
  };
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
