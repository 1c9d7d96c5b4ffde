/** The latest hits of browsers in test mode, by token, in memory only. */
import type { LiveHit, RefusedTrial } from '../../collect/index.ts';
import type { TestTokens } from './tokens.ts';

/** A hit, or a page of which nothing is taken. */
export type Trial =
  | { readonly refused: false; readonly hit: LiveHit & Required<Pick<LiveHit, 'tried'>> }
  | {
      readonly refused: true;
      readonly at: number;
      readonly url: string;
      readonly reason: RefusedTrial['reason'];
    };

export interface Trials {
  push(hits: readonly LiveHit[], now: number): void;
  pushRefused(trial: RefusedTrial, counterId: number, now: number): void;
  /** Latest first. */
  of(token: string): readonly Trial[];
}

/** Of a token. */
const MOST_HITS = 20;
/** Of all counters; of more, the one that was heard of longest ago goes. */
const MOST_TOKENS = 200;

export function createTrials(tokens: Pick<TestTokens, 'expiryOf'>): Trials {
  const kept = new Map<string, Trial[]>();

  function keep(token: string, counterId: number, now: number, trial: Trial): void {
    const expiry = tokens.expiryOf(token, counterId);
    if (expiry === null || expiry <= now) return;
    const before = kept.get(token) ?? [];
    kept.delete(token);
    kept.set(token, [trial, ...before].slice(0, MOST_HITS));
    const [oldest] = kept.keys();
    if (kept.size > MOST_TOKENS && oldest !== undefined) kept.delete(oldest);
  }

  return {
    push(hits, now) {
      for (const hit of hits) {
        const { tried, counterId } = hit;
        if (tried !== undefined)
          keep(tried.token, counterId, now, { refused: false, hit: { ...hit, tried } });
      }
    },
    pushRefused: ({ token, url, reason }, counterId, at) =>
      keep(token, counterId, at, { refused: true, at, url, reason }),
    of: (token) => kept.get(token) ?? [],
  };
}
