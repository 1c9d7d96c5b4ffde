/** Promotions of the site that were shown or clicked, as its page reported them [M54]. Pure; takes any text. */
import { isJsonObject, readJson, textOf, type JsonObject } from '../done/json.ts';
import { objectsOf, own, shortText } from './read-commerce.ts';

export interface Promotion {
  readonly action: 'view' | 'click';
  readonly id: string;
  readonly name: string;
  readonly creative: string;
  readonly slot: string;
  readonly position: string;
}

const MAX_PROMOTIONS = 100;
const NONE: readonly Promotion[] = Object.freeze([]);

const OF_UA = [
  ['promoView', 'view'],
  ['promoClick', 'click'],
] as const;
const OF_GA4: ReadonlyMap<string, Promotion['action']> = new Map([
  ['view_promotion', 'view'],
  ['select_promotion', 'click'],
]);

/** @param json of `__ym.ecommerce`: one object or a list of them */
export function readPromotions(json: string): readonly Promotion[] {
  if (json === '') return NONE;
  const value = readJson(json);
  return objectsOf(value).slice(0, MAX_PROMOTIONS).flatMap(promotionsOf).slice(0, MAX_PROMOTIONS);
}

function promotionsOf(item: JsonObject): readonly Promotion[] {
  const given = objectsOf(own(item, 'ecommerce'))[0] ?? item;
  const ua = OF_UA.flatMap(([key, action]) => {
    const part = own(given, key);
    const list = isJsonObject(part) ? own(part, 'promotions') : part;
    return listOf(list).map((one) => promotion(action, one));
  });
  const action = OF_GA4.get(textOf(own(item, 'event')));
  if (ua.length > 0 || action === undefined) return ua;
  const items = listOf(own(given, 'items'));
  // Of an event the promotion itself may be said beside its products.
  return (items.length > 0 ? items : [given]).map((one) => promotion(action, { ...given, ...one }));
}

const listOf = (value: unknown): readonly JsonObject[] => objectsOf(value).slice(0, MAX_PROMOTIONS);

function promotion(action: Promotion['action'], given: JsonObject): Promotion {
  const of = (ua: string, ga4: string): string => shortText(own(given, ga4)) || shortText(own(given, ua));
  return {
    action,
    id: of('id', 'promotion_id'),
    name: of('name', 'promotion_name'),
    creative: of('creative', 'creative_name'),
    slot: of('creative_slot', 'creative_slot'),
    position: of('position', 'location_id'),
  };
}
