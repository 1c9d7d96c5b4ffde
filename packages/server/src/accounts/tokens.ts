/** API tokens: made, checked on every call, revoked. Only a token's SHA-256 is ever kept. */
import { createHash, randomBytes, randomUUID } from 'node:crypto';
import { LRUCache } from 'lru-cache';
import type { Clock } from '../kit/clock.ts';
import type { TokenRecord, TokenStore } from './port.ts';

const CACHED_TOKENS = 1_000;
/** How long another process's revocation may go unnoticed; one of this process works at once. */
const CACHED_MS = 10_000;
const TOUCH_EVERY_MS = 60_000;

export interface Tokens {
  /** The token's text is told this once. */
  issue(
    accountId: string,
    wanted: Pick<TokenRecord, 'name' | 'scope' | 'counters' | 'expiresAt'>,
  ): Promise<{ token: string; record: TokenRecord }>;
  /** @returns null for a token that is unknown, revoked, or of a time that is over */
  find(token: string): Promise<TokenRecord | null>;
  /** Tokens that work now, newest first. */
  list(accountId: string): Promise<TokenRecord[]>;
  /** @returns false where the account has no such token that works */
  revoke(accountId: string, id: string): Promise<boolean>;
}

export const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

const hasExpired = ({ expiresAt }: TokenRecord, now: number): boolean =>
  expiresAt !== null && expiresAt <= now;

export function createTokens(store: TokenStore, clock: Clock): Tokens {
  const cache = new LRUCache<string, TokenRecord>({ max: CACHED_TOKENS, ttl: CACHED_MS, perf: clock });
  let revocations = 0;
  const touched = new LRUCache<string, number>({ max: CACHED_TOKENS });

  /** A revocation may come while the store is being asked: it is then asked again. */
  async function stored(hash: string): Promise<TokenRecord | null> {
    for (;;) {
      const before = revocations;
      const record = await store.findByHash(hash);
      if (before === revocations) return record;
    }
  }

  return {
    issue: async (accountId, wanted) => {
      const token = `gp_${randomBytes(32).toString('base64url')}`;
      const record = { id: randomUUID(), accountId, ...wanted, createdAt: clock.now() };
      await store.add(record, sha256(token));
      return { token, record: { ...record, lastUsedAt: null, revokedAt: null } };
    },
    find: async (token) => {
      const hash = sha256(token);
      const cached = cache.get(hash);
      const record = cached ?? (await stored(hash));
      const now = clock.now();
      if (!record || record.revokedAt !== null || hasExpired(record, now)) return null;
      if (!cached) cache.set(hash, record);
      if (now - (touched.get(record.id) ?? record.lastUsedAt ?? 0) >= TOUCH_EVERY_MS) {
        touched.set(record.id, now);
        await store.touch(record.id, now);
      }
      return record;
    },
    list: async (accountId) => {
      const records = await store.list(accountId);
      return records.filter((one) => one.revokedAt === null).toSorted((a, b) => b.createdAt - a.createdAt);
    },
    revoke: async (accountId, id) => {
      const revoked = await store.revoke(accountId, id, clock.now());
      if (!revoked) return false;
      revocations += 1;
      for (const [hash, record] of cache.entries()) if (record.id === id) cache.delete(hash);
      return true;
    },
  };
}
