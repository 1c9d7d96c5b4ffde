/** The price that stands where a goal says: in the params, or on the page [G84–G87]. */
import { MAX_PAGE_PLACES, pagePlaceOf, type PricePlace } from '@goalpost/contract/goals';
import { parseExact, writtenNumber } from '../exact-json.ts';
import { amountOf, CURRENCY_KEY, isUnread, readPrice, type Amount, type GivenPrice } from './price.ts';

/** What of a hit holds prices. */
export interface PriceHit {
  readonly params: string;
  /** JSON of what the tag read, by place: a text, or 0 where there is more than one [W80]; empty: nothing. */
  readonly pagePrices: string;
}

export interface PlacedPrice {
  readonly given: Exclude<GivenPrice, null>;
  /** As it stands there, cut; empty: more than one, or no text. */
  readonly text: string;
}

/** Of a text that the tag sends. */
const MAX_TEXT = 100;
/** Of a place that it names. */
const MAX_PLACE = 201;
/** As deep as params may be [W6]. */
const MAX_LEVELS = 10;

/** Null: nothing stands there. */
export function placedPrice(place: PricePlace, hit: PriceHit): PlacedPrice | null {
  const key = pagePlaceOf(place);
  return key === null ? paramPrice(place.value, hit.params) : pagePrice(key, hit.pagePrices);
}

/** A text of a page as it would be worth; null: nothing, or not understood. */
export function readPriceText(text: string, own: string): Amount | null {
  const given = readPrice({ order_price: text });
  return given === null || isUnread(given, own) ? null : amountOf(given, own, 0);
}

/** What the tag says that it read, of the shape that it sends; empty: nothing. Never throws. */
export function readPagePrices(value: unknown): string {
  if (typeof value !== 'object' || value === null) return '';
  const read = Object.entries(value)
    .filter(([place]) => place.length <= MAX_PLACE)
    .slice(0, MAX_PAGE_PLACES)
    .map(([place, text]) => [place, typeof text === 'string' && text.length <= MAX_TEXT ? text : 0] as const);
  return read.length === 0 ? '' : JSON.stringify(Object.fromEntries(read));
}

function pagePrice(key: string, pagePrices: string): PlacedPrice | null {
  if (pagePrices === '') return null;
  const read = JSON.parse(pagePrices) as Readonly<Record<string, unknown>>;
  if (!Object.hasOwn(read, key)) return null;
  const text = read[key];
  return typeof text === 'string' ? priced(text, undefined) : MORE_THAN_ONE;
}

const MORE_THAN_ONE: PlacedPrice = Object.freeze({ given: 'unread', text: '' });

function priced(value: unknown, currency: unknown): PlacedPrice | null {
  const given = readPrice({ order_price: value, currency });
  const text = typeof value === 'string' ? value : (writtenNumber(value) ?? '');
  return given === null ? null : { given, text: text.slice(0, MAX_TEXT) };
}

function paramPrice(path: string, params: string): PlacedPrice | null {
  if (params === '') return null;
  const found = valuesAt(parse(params), path.split('.').slice(0, MAX_LEVELS), {});
  const all = found.flatMap(({ value, currency }) => priced(value, currency) ?? []);
  const [first, ...more] = all;
  if (first === undefined) return null;
  const isOne = more.every(({ given }) => JSON.stringify(given) === JSON.stringify(first.given));
  return isOne ? first : MORE_THAN_ONE;
}

function parse(text: string): unknown {
  try {
    return parseExact(text);
  } catch {
    return null;
  }
}

type JsonObject = Readonly<Record<string, unknown>>;
const isObject = (value: unknown): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value) && writtenNumber(value) === null;

interface Found {
  readonly value: unknown;
  /** Named beside it, or above. */
  readonly currency: unknown;
}

/** Each element of a list stands at the list's path; a key may hold points itself [G54]. */
function valuesAt(value: unknown, levels: readonly string[], above: JsonObject): readonly Found[] {
  if (Array.isArray(value))
    return (value as readonly unknown[]).flatMap((one) => valuesAt(one, levels, above));
  if (levels.length === 0) return [{ value, currency: above[CURRENCY_KEY] }];
  if (!isObject(value)) return [];
  const named = Object.hasOwn(value, CURRENCY_KEY) ? value : above;
  return levels.flatMap((_, place) => {
    const key = levels.slice(0, place + 1).join('.');
    return Object.hasOwn(value, key) ? valuesAt(value[key], levels.slice(place + 1), named) : [];
  });
}
