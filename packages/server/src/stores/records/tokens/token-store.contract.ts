/** What every `TokenStore` must do. */
import { createHash, randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { TokenStore } from '../../../accounts/port.ts';

export interface TokenFixture {
  readonly tokens: TokenStore;
  close(): Promise<void>;
}

const NOW = 1_790_000_000_123;

export function registerTokenContract(make: () => Promise<TokenFixture>): void {
  describe('tokens', () => {
    let fixture: TokenFixture;
    beforeAll(async () => {
      fixture = await make();
    });
    afterAll(() => fixture.close());

    async function add(accountId: string): Promise<{ id: string; hash: string }> {
      const id = randomUUID();
      const hash = createHash('sha256').update(id).digest('hex');
      await fixture.tokens.add(
        { id, accountId, name: 'CI', scope: 'read', counters: [7, 8], expiresAt: NOW + 9, createdAt: NOW },
        hash,
      );
      return { id, hash };
    }

    it('finds a token by its hash, and by no other', async () => {
      const { id, hash } = await add('ann');
      const found = await fixture.tokens.findByHash(hash);
      expect(found).toEqual({
        id,
        accountId: 'ann',
        name: 'CI',
        scope: 'read',
        counters: [7, 8],
        expiresAt: NOW + 9,
        createdAt: NOW,
        lastUsedAt: null,
        revokedAt: null,
      });
      expect(await fixture.tokens.findByHash(hash.slice(1))).toBeNull();
    });

    it('takes no hash twice', async () => {
      const { hash } = await add('ann');
      const again = {
        id: randomUUID(),
        accountId: 'ben',
        name: '',
        scope: 'write' as const,
        counters: null,
        expiresAt: null,
        createdAt: NOW,
      };
      await expect(fixture.tokens.add(again, hash)).rejects.toThrow(/unique/i);
    });

    it('lists an account its own', async () => {
      const tokens = [await add('carol'), await add('carol')];
      await add('dave');
      const listed = await fixture.tokens.list('carol');
      expect(listed.map((token) => token.id).toSorted()).toEqual(tokens.map((token) => token.id).toSorted());
    });

    it('revokes once, for its own account only, and still finds it', async () => {
      const { id, hash } = await add('ann');
      expect(await fixture.tokens.revoke('ben', id, NOW + 1)).toBe(false);
      expect(await fixture.tokens.revoke('ann', id, NOW + 2)).toBe(true);
      expect(await fixture.tokens.revoke('ann', id, NOW + 3)).toBe(false);
      expect((await fixture.tokens.findByHash(hash))?.revokedAt).toBe(NOW + 2);
    });

    it('notes when it was last used', async () => {
      const { id, hash } = await add('ann');
      await fixture.tokens.touch(id, NOW + 9);
      expect((await fixture.tokens.findByHash(hash))?.lastUsedAt).toBe(NOW + 9);
    });
  });
}
