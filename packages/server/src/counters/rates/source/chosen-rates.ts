/** Takes the rates that a counter asks for from a file, or says what is wrong with them [M92]. Pure. */
import { MOST_RATE, LEAST_RATE, type Rate } from '@goalpost/contract/reports/rates';
import type { RateFault } from '@goalpost/contract/notices/rate-source';
import type { RateDay, RateFile } from './file-shape.ts';
import { isFault } from './rate-file.ts';
import type { RateSourceRecord } from './port.ts';
import { DAY_MS, isCalendarDay, utcDay } from '../../../kit/dates/calendar-day.ts';

/** No shop asks for rates of before. */
const FIRST_DAY = '2000-01-01';
/** A rate of another unit, or of nothing. */
const JUMP = 10;
/** After so long without rates, any rate may have come true. */
const JUMP_DAYS = 31;
/** What a double keeps of a quotient for sure. */
const DIGITS = 12;

export interface ChosenRates {
  readonly rates: readonly Rate[];
  /** Where some currencies are missing; the others are taken. */
  readonly fault: RateFault | null;
}

type Asked = Pick<RateSourceRecord, 'into' | 'currencies' | 'rates'>;

/** @param now milliseconds since the epoch */
export function chooseRates(file: RateFile, asked: Asked, now: number): ChosenRates | RateFault {
  const latest = utcDay(now + DAY_MS);
  const chosen: Rate[] = [];
  let missing: readonly string[] = asked.currencies;
  for (const { day, units } of file.days) {
    const of = day ?? utcDay(now);
    if (!isCalendarDay(of) || of < FIRST_DAY || of > latest) return { code: 'day', detail: of };
    const found = ratesOf(file.base, { day: of, units }, asked);
    if (isFault(found)) return found;
    chosen.push(...found);
    missing = missing.filter((currency) => !found.some((rate) => rate.currency === currency));
  }
  const jump = chosen.find((rate) => jumps(rate, asked.rates));
  if (jump !== undefined) return { code: 'jump', detail: `${jump.currency} ${jump.day} ${jump.rate}` };
  const fault: RateFault | null =
    missing.length === 0 ? null : { code: 'missing', detail: missing.join(', ') };
  return fault !== null && chosen.length === 0 ? fault : { rates: chosen, fault };
}

function ratesOf(
  base: string,
  { day, units }: RateDay & { readonly day: string },
  { into, currencies }: Asked,
): readonly Rate[] | RateFault {
  const rates: Rate[] = [];
  const own = unitsOf(base, into, units);
  if (own === undefined) return { code: 'missing', detail: into };
  if (own === null) return faultAt(into, units);
  for (const currency of currencies) {
    const count = unitsOf(base, currency, units);
    if (count === undefined) continue;
    const rate = count === null ? Number.NaN : Number((own / count).toPrecision(DIGITS));
    if (!(rate >= LEAST_RATE && rate <= MOST_RATE)) return faultAt(currency, units);
    rates.push({ currency, day, rate });
  }
  return rates;
}

const faultAt = (currency: string, units: RateDay['units']): RateFault => ({
  code: 'rate',
  detail: `${currency}: ${(JSON.stringify(units.get(currency)) ?? '').slice(0, 40)}`,
});

/** @returns how many one of the base buys; undefined: not said; null: no number above 0 */
function unitsOf(base: string, currency: string, units: RateDay['units']): number | null | undefined {
  if (currency === base) return 1;
  const said = units.get(currency);
  if (said === undefined) return undefined;
  const isNumber =
    typeof said === 'number' || (typeof said === 'string' && /^\d{1,20}(?:\.\d{1,20})?$/.test(said));
  const count = isNumber ? Number(said) : Number.NaN;
  return count > 0 && count < Infinity ? count : null;
}

function jumps({ currency, day, rate }: Rate, before: readonly Rate[]): boolean {
  const last = before.findLast((one) => one.currency === currency && one.day <= day);
  if (last === undefined || Date.parse(day) - Date.parse(last.day) > JUMP_DAYS * DAY_MS) return false;
  return rate > last.rate * JUMP || rate < last.rate / JUMP;
}

/** What was fetched with what is fetched now: of one day the later fetch counts. Oldest first. */
export function withNew(before: readonly Rate[], fetched: readonly Rate[]): readonly Rate[] {
  const all = new Map([...before, ...fetched].map((rate) => [`${rate.day} ${rate.currency}`, rate]));
  return [...all].toSorted(([one], [other]) => (one < other ? -1 : 1)).map(([, rate]) => rate);
}
