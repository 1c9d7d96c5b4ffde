/** Work that is stored first and done later, at least once; of several nodes, one does it at a time. */

/** Held by a node up to a moment of its clock. */
export interface Claim {
  /** Unique, and the same after a restart: what a node held when it ended is its own again at once. */
  readonly node: string;
  readonly until: number;
}

/** The name of the node where there is but one. */
export const ONE_NODE = 'one';

/** How long what a node has stored is its own, if it does not say otherwise. */
export const CLAIM_MS = 5 * 60_000;
/** No claim is longer: one that reaches further was made by a clock that was wrong, and holds nothing. */
export const MOST_CLAIMED_MS = 15 * 60_000;

export interface Claims<Item, Id = string> {
  /**
   * Items that wait, whose time has come, and that no other node holds; the longest waiting first. What this node
   * holds is among them.
   */
  due(now: number, limit: number, node: string): Promise<Item[]>;
  /** Takes items, or holds them for longer. @returns those that are this node's: no other was quicker */
  claim(ids: readonly Id[], now: number, claim: Claim): Promise<Id[]>;
}

/** Contract suite: `stores/records/outbox.contract.ts`. */
export interface OutboxStore<Item, Id = string> extends Claims<Item, Id> {
  /** They wait for nothing more, and belong to no node. */
  done(ids: readonly Id[]): Promise<void>;
}

/** Everything that is due and can be had. */
export async function claimDue<Item, Id>(
  store: Claims<Item, Id>,
  idOf: (item: Item) => Id,
  now: number,
  limit: number,
  claim: Claim,
): Promise<Item[]> {
  const due = await store.due(now, limit, claim.node);
  const mine = new Set(await store.claim(due.map(idOf), now, claim));
  return due.filter((item) => mine.has(idOf(item)));
}
