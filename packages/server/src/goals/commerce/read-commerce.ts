/**
 * What was done with products, as the page reported it: objects of Universal Analytics, or events of GA4 [G51].
 * Pure; takes any text.
 */
import { isJsonObject, readJson, textOf, type JsonObject } from '../done/json.ts';

export const COMMERCE_ACTIONS = [
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
  const items: readonly unknown[] = Array.isArray(value) ? value : [value];
  return items
    .slice(0, MAX_ACTIONS)
    .flatMap((item) => (isJsonObject(item) ? actionsOf(item) : []))
    .slice(0, MAX_ACTIONS);
}
const NONE: readonly CommerceAction[] = Object.freeze([]);

function actionsOf(item: JsonObject): readonly CommerceAction[] {
  const inner = own(item, 'ecommerce');
  const given = isJsonObject(inner) ? inner : item;
  const ua = [...OF_UA].flatMap(([key, action]) => {
    const said = own(given, key);
    return said === undefined || said === null ? [] : [uaAction(action, said, given)];
  });
  if (ua.length > 0) return ua;
  const action = OF_GA4.get(textOf(own(item, 'event')));
  return action === undefined ? NONE : [ga4Action(action, given)];
}

function uaAction(action: CommerceActionName, said: unknown, around: JsonObject): CommerceAction {
  const part: JsonObject = isJsonObject(said) ? said : { products: said };
  const field = own(part, 'actionField');
  const about: JsonObject = isJsonObject(field) ? field : {};
  const products = productsOf(own(part, 'products'));
  return {
    action,
    products,
    orderId: shortText(own(about, 'id')),
    coupon: shortText(own(about, 'coupon')),
    price: given(own(about, 'revenue')) ?? sumOf(products),
    currency: given(own(around, 'currencyCode')) ?? given(own(about, 'currency')),
    goalId: wholeOf(own(about, 'goal_id')),
  };
}

function ga4Action(action: CommerceActionName, event: JsonObject): CommerceAction {
  const products = productsOf(own(event, 'items'));
  return {
    action,
    products,
    orderId: shortText(own(event, 'transaction_id')),
    coupon: shortText(own(event, 'coupon')),
    price: given(own(event, 'value')) ?? sumOf(products),
    currency: given(own(event, 'currency')),
    goalId: wholeOf(own(event, 'goal_id')),
  };
}

function productsOf(list: unknown): readonly Product[] {
  if (!Array.isArray(list)) return NO_PRODUCTS;
  return (list as readonly unknown[]).slice(0, MAX_PRODUCTS).flatMap((item) => {
    if (!isJsonObject(item)) return [];
    const of = (ua: string, ga4: string): string => shortText(own(item, ua)) || shortText(own(item, ga4));
    return [
      {
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
      },
    ];
  });
}
const NO_PRODUCTS: readonly Product[] = Object.freeze([]);

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

function numberOf(value: unknown): number | null {
  const text = textOf(value).trim();
  return /^\d{1,12}(?:\.\d{1,12})?$/.test(text) ? Number(text) : null;
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
