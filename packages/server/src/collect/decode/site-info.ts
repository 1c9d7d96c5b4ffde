/** The `site-info` key of the wire [W6]: visit parameters, and what the tag hides among them. */
import { MAX_PARAMS_LENGTH } from '@goalpost/contract/wire';
import { shortenCommerce } from '../../goals/index.ts';
import { closedJson } from '../../kit/json/closed-json.ts';
import { isDeeperThan } from '../../kit/json/json-depth.ts';
import { writtenNumber } from './exact-json.ts';
import { BROKEN, readLoosely } from './loose-params.ts';
import { parsedParams, unwrappedParams } from './params-text.ts';
import { readPagePrices } from './price/placed.ts';
import { CURRENCY_KEY, PRICE_KEY, readPrice, type GivenPrice } from './price/price.ts';
import { cutText } from './text.ts';

export interface SiteInfo {
  /** JSON of an object or array; empty: none. */
  readonly params: string;
  /** JSON; empty: none. */
  readonly userParams: string;
  readonly userId: string;
  /** A vendor's id of a conversation [W64]; empty: none. */
  readonly thread: string;
  /** JSON; empty: none. */
  readonly ecommerce: string;
  /** JSON of the prices that the tag read on the page; empty: none. */
  readonly pagePrices: string;
  readonly price: GivenPrice;
  /** It was too large, too deep or broken: all but price, currency, order id and orders is lost. */
  readonly dropped: boolean;
}

const MAX_DEPTH = 10;
const MAX_USER_ID_LENGTH = 255;
const MAX_THREAD_LENGTH = 64;
const USER_PARAMS = '__ymu';
const INTERNAL = '__ym';
const COMMERCE = 'ecommerce';
/** Of e-commerce data, whose products may hold anything; the parser takes more. */
const MAX_RESCUED_DEPTH = 100;

const NONE: SiteInfo = Object.freeze({
  params: '',
  userParams: '',
  userId: '',
  thread: '',
  ecommerce: '',
  pagePrices: '',
  price: null,
  dropped: false,
});
/** What survives whatever happens to the rest [W25]. */
const KEPT: ReadonlySet<string> = new Set([PRICE_KEY, CURRENCY_KEY, 'order_id', 'orderId']);

/** Never throws. */
export function readSiteInfo(text: string | undefined): SiteInfo {
  if (text === undefined || text === '') return NONE;
  return readOne(unwrappedParams(text));
}

function readOne(text: string): SiteInfo {
  if (text.length > MAX_PARAMS_LENGTH || isDeeperThan(text, MAX_DEPTH)) return rescue(text);
  const value = parsedParams(text);
  if (Array.isArray(value)) return { ...NONE, params: jsonOf(value) };
  return isObject(value) ? split(value) : rescue(text);
}

type JsonObject = Record<string, unknown>;

const isObject = (value: unknown): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value) && writtenNumber(value) === null;

function split(value: JsonObject): SiteInfo {
  const { [USER_PARAMS]: user, [INTERNAL]: own, ...params } = value;
  const userParams = isObject(user) ? user : {};
  const internal = isObject(own) ? own : {};
  return {
    params: jsonOf(params),
    userParams: jsonOf(userParams),
    userId: userIdOf(internal['user_id']) || userIdOf(userParams['UserID']),
    thread: threadOf(internal['chat']),
    ecommerce: jsonOf(internal[COMMERCE]),
    pagePrices: readPagePrices(internal['prices']),
    price: readPrice(params),
    dropped: false,
  };
}

function rescue(text: string): SiteInfo {
  const found = readLoosely(text, KEPT);
  const whole = Object.entries(found).filter(([, value]) => value !== BROKEN && value !== undefined);
  return {
    ...NONE,
    params: jsonOf(Object.fromEntries(whole)),
    ecommerce: rescuedCommerce(text),
    price: readPrice(found),
    dropped: true,
  };
}

/** Of what is too large, or was cut at its end, orders and some products [G98]. */
function rescuedCommerce(text: string): string {
  if (!text.includes(`"${COMMERCE}"`) || isDeeperThan(text, MAX_RESCUED_DEPTH)) return '';
  const whole = parsedParams(text);
  const value = whole ?? parsedParams(closedJson(text));
  const internal = isObject(value) ? value[INTERNAL] : undefined;
  const json = isObject(internal) ? jsonOf(internal[COMMERCE]) : '';
  return json === '' ? '' : shortenCommerce(json, MAX_PARAMS_LENGTH, whole === undefined);
}

function jsonOf(value: unknown): string {
  if (!isObject(value) && !Array.isArray(value)) return '';
  return Object.keys(value).length === 0 ? '' : JSON.stringify(value);
}

function threadOf(value: unknown): string {
  const id = typeof value === 'string' ? value : writtenNumber(value);
  return id === null ? '' : cutText(id, MAX_THREAD_LENGTH);
}

function userIdOf(value: unknown): string {
  const id = typeof value === 'string' ? value : writtenNumber(value);
  return id === null ? '' : cutText(id, MAX_USER_ID_LENGTH);
}
