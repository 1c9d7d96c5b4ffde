import { expect, it } from 'vitest';
import type { TokenRecord, TokenStore } from './port.ts';
import { createTokens, type Tokens } from './tokens.ts';

/** Tokens over a store that answers when it is told to. */
const NOW = 1_790_000_000_000;

function setUp() {
  let now = NOW;
  const records = new Map<string, TokenRecord>();
  let gate: Promise<void> = Promise.resolve();
  let asked = 0;
  const store: TokenStore = {
    async add(record, hash) {
      records.set(hash, { ...record, lastUsedAt: null, revokedAt: null });
    },
    async findByHash(hash) {
      asked += 1;
      const found = records.get(hash) ?? null;
      await gate;
      return found;
    },
    list: async () => [...records.values()],
    async revoke(_accountId, id, at) {
      for (const [hash, record] of records) {
        if (record.id === id) records.set(hash, { ...record, revokedAt: at });
      }
      return true;
    },
    touch: async () => undefined,
  };
  const tokens: Tokens = createTokens(store, { now: () => now });
  return {
    tokens,
    pass: (ms: number) => void (now += ms),
    asked: () => asked,
    hold: (held: Promise<void>) => void (gate = held),
  };
}

const wanted = (name: string, expiresAt: number | null = null) =>
  ({ name, scope: 'read', counters: null, expiresAt }) as const;

it('[A47] a token whose time is over works no more, also where it was remembered', async () => {
  const { tokens, pass } = setUp();
  const { token } = await tokens.issue('ann', wanted('CI', NOW + 1_000));
  expect(await tokens.find(token)).toMatchObject({ name: 'CI' });
  pass(1_000);
  expect(await tokens.find(token)).toBeNull();
});

it('a token that is revoked works no more at once, though it was remembered', async () => {
  const { tokens, asked } = setUp();
  const { token, record } = await tokens.issue('ann', wanted('CI'));
  const other = await tokens.issue('ann', wanted('other'));
  await tokens.find(token);
  await tokens.find(other.token);
  expect(await tokens.find(token)).toMatchObject({ id: record.id });
  expect(asked()).toBe(2);
  await tokens.revoke('ann', record.id);
  expect(await tokens.find(token)).toBeNull();
  expect(await tokens.find(other.token)).toMatchObject({ id: other.record.id });
  expect(asked()).toBe(3);
});

it('a revocation while the store is being asked is not missed', async () => {
  const { tokens, hold } = setUp();
  const { token, record } = await tokens.issue('ann', wanted('CI'));
  const { promise, resolve } = Promise.withResolvers<void>();
  hold(promise);
  const found = tokens.find(token);
  await tokens.revoke('ann', record.id);
  resolve();
  expect(await found).toBeNull();
  expect(await tokens.find(token)).toBeNull();
});
