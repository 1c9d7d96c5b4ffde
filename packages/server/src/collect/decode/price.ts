/** The price of a reach, as `reachGoal`'s params may give it [G6]. */

export interface Price {
  readonly amount: number;
  /** ISO 4217 letters; empty: the counter's own. */
  readonly currency: string;
}

const MAX_PRICE = 1e12;
const NUMERIC = /^\s*\d{1,13}(?:\.\d{1,20})?\s*$/;

/** Null where there is none, or none that makes sense. */
export function readPrice(params: Readonly<Record<string, unknown>>): Price | null {
  const amount = amountOf(params['order_price']);
  if (amount === null) return null;
  const currency = params['currency'];
  if (currency === undefined || currency === null || currency === '') return { amount, currency: '' };
  if (typeof currency !== 'string' || !/^[a-z]{3}$/i.test(currency)) return null;
  return { amount, currency: currency.toUpperCase() };
}

function amountOf(value: unknown): number | null {
  const amount = typeof value === 'string' && NUMERIC.test(value) ? Number(value) : value;
  return typeof amount === 'number' && amount >= 0 && amount <= MAX_PRICE ? amount : null;
}
