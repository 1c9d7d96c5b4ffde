/** What every store of the audit log does, whatever the database. */
import { describe, expect, it } from 'vitest';
import type { AuditRecord, AuditStore } from '../../../audit/port.ts';

export function registerAuditContract(
  make: () => Promise<{ readonly audit: AuditStore; close(): Promise<void> }>,
): void {
  const entry = (changes: Partial<AuditRecord>): AuditRecord => ({
    at: 1_790_000_000_000,
    accountId: 'ann',
    login: 'ann@example.com',
    address: '2001:db8::1',
    subject: 'goal',
    verb: 'made',
    counterId: 7,
    target: '12',
    details: 'name: Order',
    ...changes,
  });

  describe('the audit log', () => {
    it('[A17, A20] keeps what was done, and shows each what is theirs, the latest first', async () => {
      const { audit, close } = await make();
      const bob = { accountId: 'bob', login: 'bob@example.com' };
      await audit.add(entry({}));
      await audit.add(entry({ ...bob, counterId: 8, subject: 'grant' }));
      await audit.add(
        entry({
          accountId: null,
          login: 'bob@example.com',
          counterId: null,
          subject: 'sign_in',
          verb: 'failed',
        }),
      );
      const all = await audit.list('everything', null, 10);
      expect(all.map(({ subject }) => subject)).toEqual(['sign_in', 'grant', 'goal']);
      expect(all[2]).toEqual({ ...entry({}), id: all[2]?.id });
      expect(await audit.list('everything', all[0]?.id ?? 0, 1)).toEqual([all[1]]);
      expect(await audit.list({ ...bob, counterIds: [7] }, null, 10)).toEqual(all);
      expect(await audit.list({ ...bob, counterIds: [] }, null, 10)).toEqual(all.slice(0, 2));
      expect(await audit.list({ accountId: 'cat', login: 'cat@x', counterIds: [] }, null, 10)).toEqual([]);
      await close();
    });

    it('[A19] forgets the oldest beyond its bounds, and strangers push nothing else out', async () => {
      const { audit, close } = await make();
      for (let n = 0; n < 4; n++) await audit.add(entry({ target: `done ${n}` }));
      for (let n = 0; n < 6; n++) await audit.add(entry({ verb: 'failed', target: `failed ${n}` }));
      await audit.trim({ failures: 2, others: 3 });
      const left = (await audit.list('everything', null, 20)).map(({ target }) => target);
      expect(left).toEqual(['failed 5', 'failed 4', 'done 3', 'done 2', 'done 1']);
      await close();
    });
  });
}
