/** The price of a reach, as the hit's params give it [G6, G22–G24]. */
import { writtenNumber } from '../exact-json.ts';
import { both, currencyOfKey, type Currencies } from './currency.ts';
import { readPrinted, type PrintedPrice } from './printed.ts';

export interface Price {
  readonly amount: number;
  /** Undefined: the counter's own. */
  readonly currencies: Currencies | undefined;
}

/** `unread`: a price was given, and what it says is not known. Null: none was given. */
export type GivenPrice = Price | 'unread' | null;

/** The params that make a price. */
export const PRICE_KEY = 'order_price';
export const CURRENCY_KEY = 'currency';

const MAX_PRICE = 1e12;

/** Absent, `null`, and text that is empty are no price; anything else is one, understood or not. */
export function readPrice(params: Readonly<Record<string, unknown>>): GivenPrice {
  const given = params[PRICE_KEY];
  if (isNothing(given)) return null;
  const named = params[CURRENCY_KEY];
  const key = isNothing(named) ? undefined : currencyOfKey(named);
  if (key === undefined && !isNothing(named)) return 'unread';

  const read = typeof given === 'string' ? readPrinted(given, key) : plainNumber(given);
  if (read === null || !(read.amount >= 0 && read.amount <= MAX_PRICE)) return 'unread';
  const { amount, said } = read;
  if (said === undefined || key === undefined) return { amount, currencies: said ?? key };
  const currencies = both(said, key);
  return currencies === undefined ? 'unread' : { amount, currencies };
}

const isNothing = (value: unknown): boolean =>
  value === undefined || value === null || (typeof value === 'string' && value.trim() === '');

function plainNumber(value: unknown): PrintedPrice | null {
  const written = writtenNumber(value);
  // Zero has no sign here.
  return written === null ? null : { amount: Number(written) + 0, said: undefined };
}

export interface Amount {
  readonly amount: number;
  /** ISO 4217 letters. */
  readonly currency: string;
}

/**
 * What a reach is worth. A price that is not understood is worth nothing: any other sum would be invented.
 * @param own the counter's currency
 */
export function amountOf(given: GivenPrice, own: string, defaultPrice: number): Amount {
  if (given === null) return { amount: defaultPrice, currency: own };
  const currency = given === 'unread' ? '' : currencyOf(given, own);
  return given === 'unread' || currency === ''
    ? { amount: 0, currency: own }
    : { amount: given.amount, currency };
}

/** Whether a price was given that counts for nothing: the note `price` [W10]. */
export const isUnread = (given: GivenPrice, own: string): boolean =>
  given !== null && (given === 'unread' || currencyOf(given, own) === '');

function currencyOf({ currencies }: Price, own: string): string {
  if (currencies === undefined || currencies.codes.includes(own)) return own;
  return currencies.alone;
}
