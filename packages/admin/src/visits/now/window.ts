/** What came to the site in the last five minutes, put together from one answer after the other [M128]; pure. */
import type { LiveFeed } from '@goalpost/contract/collection';

export type LiveHit = LiveFeed['hits'][number];

/** As long as a visitor counts as here. */
export const WINDOW_MS = 5 * 60_000;
const MOST_HITS = 2_000;
/** Answers on the chart, one a second. */
export const MOST_SECONDS = 120;

export interface Window {
  /** Newest first. */
  readonly hits: readonly LiveHit[];
  /** Visitors at each answer, oldest first. */
  readonly visitors: readonly number[];
  /** More came between two answers than one tells. */
  readonly missed: boolean;
}

export const EMPTY: Window = { hits: [], visitors: [], missed: false };

const keyOf = ({ at, visitor, kind, url, identifier }: LiveHit): string =>
  [at, visitor, kind, url, identifier].join(' ');

export function withAnswer(before: Window, feed: LiveFeed): Window {
  const known = new Set(before.hits.map(keyOf));
  const fresh = feed.hits.filter((hit) => !known.has(keyOf(hit)));
  const all = [...fresh, ...before.hits]
    .toSorted((a, b) => b.at - a.at)
    .filter(({ at }) => at > feed.now - WINDOW_MS);
  const nothingOld = before.hits.length > 0 && feed.hits.length > 0 && fresh.length === feed.hits.length;
  return {
    hits: all.slice(0, MOST_HITS),
    visitors: [...before.visitors, feed.visitors_now].slice(-MOST_SECONDS),
    missed: (before.missed && all.length > 0) || nothingOld || all.length > MOST_HITS,
  };
}

export interface Counted {
  readonly name: string;
  readonly visitors: number;
}

/** Where the visitors are, the most first; one counts where their latest hit was. Robots do not. */
export function countedBy(hits: readonly LiveHit[], nameOf: (hit: LiveHit) => string): readonly Counted[] {
  const latest = new Map<string, string>();
  for (const hit of hits) {
    const name = nameOf(hit);
    if (!hit.robot && hit.visitor !== '' && name !== '' && !latest.has(hit.visitor))
      latest.set(hit.visitor, name);
  }
  const counts = new Map<string, number>();
  for (const name of latest.values()) counts.set(name, (counts.get(name) ?? 0) + 1);
  return [...counts]
    .map(([name, visitors]) => ({ name, visitors }))
    .toSorted((a, b) => b.visitors - a.visitors || a.name.localeCompare(b.name));
}
