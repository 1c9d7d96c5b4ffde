/** Where the price of a goal stands, if the goal says so: in the params, or on the page [G84]. */
import { isSelector } from '../wire/selector.ts';

export const PRICE_PLACE_TYPES = ['param', 'data', 'selector'] as const;
export type PricePlaceType = (typeof PRICE_PLACE_TYPES)[number];

/** `param`: a path into the params; `data`: a data attribute; `selector`: a CSS selector. */
export interface PricePlace {
  readonly type: PricePlaceType;
  readonly value: string;
}

export const MAX_PRICE_PLACE = 200;
/** Of a counter, on the page: the tag looks for each with everything that it tells. */
export const MAX_PAGE_PLACES = 20;

export type PricePlaceFault = 'value_empty' | 'value_too_long' | (typeof MALFORMED)[PricePlaceType];

const MALFORMED = {
  param: 'price_path_unreadable',
  data: 'price_attribute_unreadable',
  selector: 'price_selector_unreadable',
} as const;

/** Letters of HTML: an attribute in capitals is the same as one in small letters. */
const ATTRIBUTE = /^data-[a-z][a-z0-9_.-]*$/;
/** Levels that are joined by single points; what begins with `__ym` is the tag's own. */
const PATH = /^(?!__ym)[^.]+(?:\.[^.]+)*$/;

const isWellFormed: Readonly<Record<PricePlaceType, (value: string) => boolean>> = {
  param: (value) => PATH.test(value),
  data: (value) => ATTRIBUTE.test(value),
  selector: isSelector,
};

/** What is wrong with it; null: nothing. */
export function pricePlaceFault({ type, value }: PricePlace): PricePlaceFault | null {
  if (value.trim() === '') return 'value_empty';
  if (value.length > MAX_PRICE_PLACE) return 'value_too_long';
  return isWellFormed[type](value.trim()) ? null : MALFORMED[type];
}

/** As it is kept: without spaces around it, and attributes in small letters. */
export const plainPricePlace = ({ type, value }: PricePlace): PricePlace => ({
  type,
  value: type === 'data' ? value.trim().toLowerCase() : value.trim(),
});

/** What the tag reads, as it is named on the wire [W80]: `@data-price`, or a selector; null: nothing. */
export const pagePlaceOf = ({ type, value }: PricePlace): string | null =>
  type === 'param' ? null : type === 'data' ? `@${value}` : value;
