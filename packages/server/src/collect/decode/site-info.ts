/** The `site-info` key of the wire [W6]: visit parameters, and what the tag hides among them. */
import { MAX_PARAMS_LENGTH } from '@goalpost/contract';
import { isDeeperThan } from '../../kit/json-depth.ts';
import { readPrice, type Price } from './price.ts';
import { cutText } from './text.ts';

export interface SiteInfo {
  /** JSON of an object or array; empty: none. */
  readonly params: string;
  /** JSON; empty: none. */
  readonly userParams: string;
  readonly userId: string;
  /** JSON; empty: none. */
  readonly ecommerce: string;
  readonly price: Price | null;
  /** It was too large, too deep or broken, and the hit counts without it. */
  readonly dropped: boolean;
}

const MAX_DEPTH = 10;
const MAX_USER_ID_LENGTH = 255;
const USER_PARAMS = '__ymu';
const INTERNAL = '__ym';

const nothing = (dropped: boolean): SiteInfo =>
  Object.freeze({ params: '', userParams: '', userId: '', ecommerce: '', price: null, dropped });
const NONE = nothing(false);
const DROPPED = nothing(true);

/** Never throws. */
export function readSiteInfo(text: string | undefined): SiteInfo {
  if (text === undefined || text === '') return NONE;
  if (text.length > MAX_PARAMS_LENGTH || isDeeperThan(text, MAX_DEPTH)) return DROPPED;
  const value = parse(text);
  if (Array.isArray(value)) return { ...NONE, params: jsonOf(value) };
  return isObject(value) ? split(value) : DROPPED;
}

type JsonObject = Record<string, unknown>;

const isObject = (value: unknown): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Undefined where it is no JSON. `JSON.parse` keeps `__proto__` a plain key, and the sweep takes it out. */
function parse(text: string): unknown {
  try {
    const value: unknown = JSON.parse(text);
    return MAY_HOLD_BANNED.test(text) ? sweep(value) : value;
  } catch {
    return undefined;
  }
}

const BANNED: ReadonlySet<string> = new Set(['__proto__', 'constructor', 'prototype']);
/** An escape may spell any of them. */
const MAY_HOLD_BANNED = /__proto__|constructor|prototype|\\u/;

function sweep(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sweep);
  if (!isObject(value)) return value;
  const kept = Object.entries(value).filter(([key]) => !BANNED.has(key));
  return Object.fromEntries(kept.map(([key, item]) => [key, sweep(item)]));
}

function split(value: JsonObject): SiteInfo {
  const { [USER_PARAMS]: user, [INTERNAL]: own, ...params } = value;
  const userParams = isObject(user) ? user : {};
  const internal = isObject(own) ? own : {};
  return {
    params: jsonOf(params),
    userParams: jsonOf(userParams),
    userId: userIdOf(internal['user_id']) || userIdOf(userParams['UserID']),
    ecommerce: jsonOf(internal['ecommerce']),
    price: readPrice(params),
    dropped: false,
  };
}

function jsonOf(value: unknown): string {
  if (typeof value !== 'object' || value === null || Object.keys(value).length === 0) return '';
  return JSON.stringify(value);
}

function userIdOf(value: unknown): string {
  if (typeof value === 'number') return String(value);
  return typeof value === 'string' ? cutText(value, MAX_USER_ID_LENGTH) : '';
}
