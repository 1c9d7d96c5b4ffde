/**
 * What was done with products, as the page reported it: objects of Universal Analytics, or events of GA4 [G51].
 * Pure; takes any text.
 */
import { isJsonObject, readJson, textOf, type JsonObject } from '../done/json.ts';
import { plainDigits, readNumber } from './printed-number.ts';

const COMMERCE_ACTIONS = [
  'impressions',
  'click',
  'detail',
  'add',
  'remove',
  'checkout',
  'payment',
  'purchase',
  'refund',
] as const;
export type CommerceActionName = (typeof COMMERCE_ACTIONS)[number];

export interface Product {
  readonly id: string;
  readonly name: string;
  readonly brand: string;
  readonly category: string;
  readonly variant: string;
  readonly coupon: string;
  /** Where it was shown. */
  readonly list: string;
  /** 0: not said. */
  readonly position: number;
  /** As given; null: not given, or no number. */
  readonly price: number | null;
  readonly discount: number | null;
  readonly quantity: number;
}

export interface CommerceAction {
  readonly action: CommerceActionName;
  readonly products: readonly Product[];
  /** Empty: none was given. */
  readonly orderId: string;
  /** Of the order. */
  readonly coupon: string;
  /** Of the order, as given; else what its products cost together. Undefined: neither is known. */
  readonly price: unknown;
  /** It is what products cost together. */
  readonly isSum: boolean;
  /** As given; undefined: none was. */
  readonly currency: unknown;
  /** A goal that the action reaches, as the page says; 0: none. */
  readonly goalId: number;
}

const MAX_ACTIONS = 100;
const MAX_PRODUCTS = 500;
const MAX_TEXT = 255;

const OF_GA4: ReadonlyMap<string, CommerceActionName> = new Map([
  ['view_item_list', 'impressions'],
  ['select_item', 'click'],
  ['view_item', 'detail'],
  ['add_to_cart', 'add'],
  ['remove_from_cart', 'remove'],
  ['begin_checkout', 'checkout'],
  ['add_shipping_info', 'payment'],
  ['add_payment_info', 'payment'],
  ['purchase', 'purchase'],
  ['refund', 'refund'],
]);
const OF_UA: ReadonlyMap<string, CommerceActionName> = new Map([
  ...COMMERCE_ACTIONS.filter((name) => name !== 'payment').map((name) => [name, name] as const),
  ['checkout_option', 'payment'],
]);

/** @param json of `__ym.ecommerce`: one object or a list of them */
export function readCommerce(json: string): readonly CommerceAction[] {
  if (json === '') return NONE;
  const value = readJson(json);
  return objectsOf(value).slice(0, MAX_ACTIONS).flatMap(actionsOf).slice(0, MAX_ACTIONS);
}
const NONE: readonly CommerceAction[] = Object.freeze([]);

/** One action of the page: the objects that may say something of it, the innermost first. */
interface Said {
  readonly action: CommerceActionName;
  /** About the order; of UA `actionField`. */
  readonly about: JsonObject;
  /** What was done. */
  readonly part: JsonObject;
  /** What stands around that. */
  readonly around: readonly JsonObject[];
  /** Where its products may stand. */
  readonly holders: readonly JsonObject[];
}

/** Shops write some of both kinds: names of the one in the shape of the other. */
function actionsOf(item: JsonObject): readonly CommerceAction[] {
  const inner = objectsOf(own(item, 'ecommerce'));
  const event = OF_GA4.get(textOf(own(item, 'event')));
  const all = (inner.length === 0 ? [item] : inner).flatMap((given): readonly Said[] => {
    const around = [given, item];
    const ua = [...OF_UA].flatMap(([key, action]) => partsOf(own(given, key), action, around));
    if (ua.length > 0 || event === undefined) return ua;
    return [{ action: event, about: {}, part: {}, around, holders: [given] }];
  });
  // Products around several actions are of none: a short hit could make any number of rows of them.
  const isAlone = all.length === 1;
  return all
    .slice(0, MAX_ACTIONS)
    .map((said) => readAction(isAlone ? { ...said, holders: [...said.holders, ...said.around] } : said));
}

/** Of UA: what was done, or its products alone. */
function partsOf(said: unknown, action: CommerceActionName, around: readonly JsonObject[]): Said[] {
  if (said === undefined || said === null) return [];
  const objects = objectsOf(said);
  const whole = objects.filter((one) => PARTS.some((key) => own(one, key) !== undefined));
  // A list by number is no object of its own.
  const parts = whole.length > 0 ? whole : objects[0] === said ? objects : [{ products: said }];
  return parts.map((part) => {
    const about = objectsOf(own(part, 'actionField'))[0] ?? {};
    return { action, about, part, around, holders: [about, part] };
  });
}
const PARTS = ['actionField', 'products', 'items'];

function readAction({ action, about, part, around, holders }: Said): CommerceAction {
  const all = [about, part, ...around];
  const list = objectsOf(first(holders, ['products', 'items']));
  const products = list.map(productOf);
  const price = first([about, part], ['revenue']) ?? first(all, ['value']);
  return {
    action,
    products: products.slice(0, MAX_PRODUCTS),
    // An `id` further out may be of anything.
    orderId: shortText(first([about], ['id']) ?? first(all, ['transaction_id']) ?? first([part], ['id'])),
    coupon: shortText(first(all, ['coupon'])),
    price: price ?? sumOf(products),
    isSum: price === undefined,
    currency:
      first(around, ['currencyCode']) ??
      first(all, ['currency', 'currencyCode']) ??
      first(list.slice(0, 1), ['currency']),
    goalId: wholeOf(first(all, ['goal_id'])),
  };
}

/** What is said under one of the names, by the first object that says it; undefined: by none. */
function first(objects: readonly JsonObject[], keys: readonly string[]): unknown {
  return objects
    .flatMap((one) => keys.map((key) => given(own(one, key))))
    .find((value) => value !== undefined);
}

/** An object, or those of a list: also of lists in a list, and of a list that a program wrote by its numbers. */
export function objectsOf(value: unknown): readonly JsonObject[] {
  if (Array.isArray(value)) return (value as readonly unknown[]).flat(2).filter(isJsonObject);
  if (!isJsonObject(value)) return [];
  const keys = Object.keys(value);
  return keys.length > 0 && keys.every((key) => /^\d+$/.test(key))
    ? objectsOf(Object.values(value))
    : [value];
}

function productOf(item: JsonObject): Product {
  const of = (ua: string, ga4: string): string => shortText(own(item, ua)) || shortText(own(item, ga4));
  return {
    id: of('id', 'item_id'),
    name: of('name', 'item_name'),
    brand: of('brand', 'item_brand'),
    category: of('category', 'item_category'),
    variant: of('variant', 'item_variant'),
    coupon: shortText(own(item, 'coupon')),
    list: of('list', 'item_list_name'),
    position: placeOf(own(item, 'position') ?? own(item, 'index')),
    price: numberOf(own(item, 'price')),
    discount: numberOf(own(item, 'discount')),
    quantity: numberOf(own(item, 'quantity')) ?? 1,
  };
}

function sumOf(products: readonly Product[]): number | undefined {
  if (products.length === 0 || products.some(({ price }) => price === null)) return undefined;
  const cents = products.reduce(
    (sum, { price, quantity }) => sum + Math.round((price ?? 0) * quantity * 100),
    0,
  );
  return cents / 100;
}

/** Not what an object inherits. */
export const own = (object: JsonObject, key: string): unknown =>
  Object.hasOwn(object, key) ? object[key] : undefined;

const given = (value: unknown): unknown =>
  value === null || (typeof value === 'string' && value.trim() === '') ? undefined : value;

export const shortText = (value: unknown): string => textOf(value).trim().slice(0, MAX_TEXT).toWellFormed();

/** As shops print it, with a word or a sign of a currency around it. */
function numberOf(value: unknown): number | null {
  const text = textOf(value).trim();
  if (/^\d{1,12}(?:\.\d{1,12})?$/.test(text)) return Number(text);
  if (text.length > 40) return null;
  const printed = /^[\p{L}\p{Sc}.\s]*(\p{Nd}(?:.*\p{Nd})?)[\p{L}\p{Sc}.\s]*$/u.exec(text)?.[1];
  const number =
    printed === undefined ? null : readNumber(plainDigits(printed).replaceAll(/\s+/g, ' '), false);
  return number !== null && number < 1e12 ? number : null;
}

function wholeOf(value: unknown): number {
  const text = textOf(value).trim();
  return /^\d{1,12}$/.test(text) ? Number(text) : 0;
}

/** Lists are not longer. */
function placeOf(value: unknown): number {
  const place = wholeOf(value);
  return place < 1e9 ? place : 0;
}
