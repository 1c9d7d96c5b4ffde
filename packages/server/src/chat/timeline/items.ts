/** Puts hits, reaches, conversations and invitations of a visitor into the visits in which they happened. Pure. */
import type { TimelineItem } from '@goalpost/contract/chat';
import type { VisitView } from '@goalpost/contract/reports/visits';
import { readCommerce } from '../../goals/index.ts';
import type { HitOfVisit } from '../../visitors/port.ts';

export type InvitationEventKindName = Extract<TimelineItem, { kind: 'invitation' }>['what'];

/** Of one second, a page comes before what happened on it. */
const ORDER: Readonly<Record<TimelineItem['kind'], number>> = {
  page: 0,
  event: 1,
  order: 2,
  invitation: 3,
  conversation: 4,
  goal: 5,
};

/** What a hit says: the page, or what was done there, and what was done with products. */
export function itemsOfHit(hit: HitOfVisit): TimelineItem[] {
  const at = hit.second * 1_000;
  const orders: TimelineItem[] = readCommerce(hit.commerce).map((one) => ({
    kind: 'order',
    at,
    action: one.action,
    order: one.orderId,
    price: priceOf(one.price),
    currency: typeof one.currency === 'string' ? one.currency.slice(0, 16) : '',
    products: one.products.map(({ name, id }) => name || id),
  }));
  if (hit.kind === 'view') return [{ kind: 'page', at, url: hit.address, title: hit.pageTitle }, ...orders];
  // Parameters that carry nothing but products are told by these.
  if (orders.length > 0 && hit.kind !== 'event') return orders;
  const url = hit.kind === 'event' ? hit.onPage : hit.address;
  return [{ kind: 'event', at, what: hit.kind, name: hit.name, url }, ...orders];
}

function priceOf(price: unknown): number | null {
  const number = typeof price === 'string' ? Number(price) : price;
  return typeof number === 'number' && Number.isFinite(number) ? number : null;
}

export const itemsOfGoals = ({ goals }: Pick<VisitView, 'goals'>): TimelineItem[] =>
  goals.map(({ id, name, at, price, currency }) => ({ kind: 'goal', at, id, name, price, currency }));

export function inOrder(items: readonly TimelineItem[]): TimelineItem[] {
  return items.toSorted(
    (one, other) =>
      secondOf(one) - secondOf(other) || ORDER[one.kind] - ORDER[other.kind] || one.at - other.at,
  );
}

// Reaches and hits are known to the second, the chat to the millisecond.
const secondOf = ({ at }: TimelineItem): number => Math.floor(at / 1_000);

/** A widget may be quicker than the tag: what it says may seem to come before the visit. */
const EARLIER_MS = 60_000;

/**
 * What happened beside the hits, by the visit that it belongs to: the last that had begun by then.
 * @param visits newest first; those of one page
 * @param newer when the visit that stands before the page began; null: the page is the first
 * @returns items before the oldest visit of the page under ''
 */
export function byVisit(
  items: readonly TimelineItem[],
  visits: readonly Pick<VisitView, 'id' | 'started_at'>[],
  newer: number | null,
): ReadonlyMap<string, readonly TimelineItem[]> {
  const found = new Map<string, TimelineItem[]>();
  for (const item of items) {
    if (newer !== null && item.at + EARLIER_MS >= newer) continue;
    const { id = '' } = visits.find(({ started_at: begun }) => begun <= item.at + EARLIER_MS) ?? {};
    found.set(id, [...(found.get(id) ?? []), item]);
  }
  return found;
}
