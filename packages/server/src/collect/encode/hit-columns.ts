/** What the table `hits` is told of a hit. */
import type { ProductRow, PromotionRow, PurchaseRow } from '../rows.ts';
import { idOf } from '../steps/hash.ts';
import type { Draft } from '../steps/step.ts';
import { type Column, column, encodedPart, partOf } from './columns.ts';
import { AGENT_COLUMNS, CLIENT_COLUMNS } from './agent-columns.ts';
import { DEVICE_COLUMNS, REACH_COLUMNS } from './shared-columns.ts';
import {
  array,
  BOOL,
  FLOAT64,
  ID,
  MILLISECONDS,
  nullable,
  SECONDS,
  TEXT,
  tuple,
  UINT16,
  UINT32,
  UINT64,
  WORD,
} from './types.ts';

const PRODUCT = tuple<ProductRow>({
  action: WORD,
  id: TEXT,
  name: TEXT,
  brand: TEXT,
  category: TEXT,
  variant: TEXT,
  coupon: TEXT,
  list: TEXT,
  position: UINT32,
  price: nullable(FLOAT64),
  discount: nullable(FLOAT64),
  quantity: FLOAT64,
  currency: WORD,
});
const PURCHASE = tuple<PurchaseRow>({ id: TEXT, coupon: TEXT, revenue: FLOAT64, currency: WORD });
const PROMOTION = tuple<PromotionRow>({
  action: WORD,
  id: TEXT,
  name: TEXT,
  creative: TEXT,
  slot: TEXT,
  position: TEXT,
});

const second = (milliseconds: number): number => Math.floor(milliseconds / 1_000);

/** @param segment the journal segment that the hit came by */
export const hitColumns = (segment: number): readonly Column<Draft>[] => [
  column('counter_id', UINT32, ({ hit }) => hit.counterId),
  column('hit_id', ID, ({ identity }) => idOf(identity)),
  column('visit_id', ID, ({ visit }) => visit.id),
  column('visitor_id', ID, ({ hit }) => hit.visitor),
  column('segment', UINT64, () => segment),
  column('at', SECONDS, ({ hit }) => second(hit.at)),
  column('arrived_at', MILLISECONDS, ({ hit }) => hit.arrivedAt),
  column('kind', WORD, ({ hit }) => hit.kind),
  column('identifier', TEXT, ({ hit }) => hit.identifier),
  column('url', TEXT, ({ hit }) => hit.url),
  column('referrer', TEXT, ({ hit }) => hit.referrer),
  column('title', TEXT, ({ hit }) => hit.title),
  column('not_bounce', BOOL, ({ hit }) => hit.notBounce),
  column('params', TEXT, ({ hit }) => hit.params),
  column('user_params', TEXT, ({ hit }) => hit.userParams),
  column('user_id', TEXT, ({ hit }) => hit.userId),
  column('ecommerce', TEXT, ({ hit }) => hit.ecommerce),
  column('page_view', UINT32, ({ hit }) => hit.pageView),
  column('nth', UINT16, ({ visit }) => visit.hits),
  column('milliseconds', UINT16, ({ hit }) => hit.at - second(hit.at) * 1_000),
  column('whole_second', UINT32, ({ hit }) => Math.max(0, hit.second)),
  encodedPart(AGENT_COLUMNS, ({ agent }) => agent.encoded),
  partOf(DEVICE_COLUMNS, ({ hit }) => hit),
  column('is_robot', BOOL, ({ robot }) => robot),
  encodedPart(CLIENT_COLUMNS, ({ client }) => client.encoded),
  partOf(REACH_COLUMNS, ({ reaches }) => reaches),
  column('products', array(PRODUCT), ({ commerce }) => commerce.products),
  column('purchases', array(PURCHASE), ({ commerce }) => commerce.purchases),
  column('promotions', array(PROMOTION), ({ commerce }) => commerce.promotions),
  column('page_prices', TEXT, ({ hit }) => hit.pagePrices),
];
