/** What every `PasskeyStore` must do. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Passkey, PasskeyStore } from '../../../accounts/index.ts';

export interface PasskeyFixture {
  readonly passkeys: PasskeyStore;
  close(): Promise<void>;
}

const NOW = 1_790_000_000_123;
const passkey = (id: string, accountId = 'ann'): Passkey => ({
  id,
  accountId,
  name: 'Phone',
  publicKey: 'cose',
  counter: 0,
  transports: ['internal', 'hybrid'],
  createdAt: NOW,
  lastUsedAt: null,
});

export function registerPasskeyContract(make: () => Promise<PasskeyFixture>): void {
  describe('passkeys', () => {
    let fixture: PasskeyFixture;
    beforeAll(async () => {
      fixture = await make();
    });
    afterAll(() => fixture.close());

    it('[A69] keeps them by account, each once, and no more than it may', async () => {
      const { passkeys } = fixture;
      expect(await passkeys.add(passkey('a'), 2)).toBe(true);
      expect(await passkeys.add(passkey('a', 'bob'), 2)).toBe(false);
      expect(await passkeys.add(passkey('b'), 2)).toBe(true);
      expect(await passkeys.add(passkey('c'), 2)).toBe(false);
      expect(await passkeys.add(passkey('d', 'bob'), 2)).toBe(true);
      expect(await passkeys.list('ann')).toEqual([passkey('a'), passkey('b')]);
      expect(await passkeys.byId('d')).toEqual(passkey('d', 'bob'));
      expect(await passkeys.byId('c')).toBeNull();
    });

    it('[A69] names and removes those of one account alone, and notes each use', async () => {
      const { passkeys } = fixture;
      expect(await passkeys.rename('ann', 'd', 'Mine')).toBe(false);
      expect(await passkeys.remove('ann', 'd')).toBe(false);
      expect(await passkeys.rename('bob', 'd', 'Key')).toBe(true);
      await passkeys.used('d', 4_294_967_295, NOW + 5);
      expect(await passkeys.list('bob')).toEqual([
        { ...passkey('d', 'bob'), name: 'Key', counter: 4_294_967_295, lastUsedAt: NOW + 5 },
      ]);
      expect(await passkeys.remove('bob', 'd')).toBe(true);
      expect(await passkeys.list('bob')).toEqual([]);
    });
  });
}
