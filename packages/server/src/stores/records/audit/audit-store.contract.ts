/** What every store of the audit log does, whatever the database. */
import { describe, expect, it } from 'vitest';
import type { AuditFilter, AuditRecord, AuditStore } from '../../../audit/port.ts';

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

  const latest = (limit: number) => ({ before: null, limit });

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
      const all = await audit.list('everything', latest(10));
      expect(all.map(({ subject }) => subject)).toEqual(['sign_in', 'grant', 'goal']);
      expect(all[2]).toEqual({ ...entry({}), id: all[2]?.id });
      expect(await audit.list('everything', { before: all[0]?.id ?? 0, limit: 1 })).toEqual([all[1]]);
      expect(await audit.list({ ...bob, counterIds: [7] }, latest(10))).toEqual(all);
      expect(await audit.list({ ...bob, counterIds: [] }, latest(10))).toEqual(all.slice(0, 2));
      expect(await audit.list({ accountId: 'cat', login: 'cat@x', counterIds: [] }, latest(10))).toEqual([]);
      await close();
    });

    it('[A63] finds by person, kind, counter and period, and by several of these', async () => {
      const { audit, close } = await make();
      const at = 1_790_000_000_000;
      await audit.add(entry({ at, target: 'a' }));
      await audit.add(
        entry({ at: at + 1, target: 'b', subject: 'grant', counterId: 8, login: 'Bob_1@x.example' }),
      );
      await audit.add(entry({ at: at + 2, target: 'c', accountId: null, login: '50%@x.example' }));
      const found = async (filter: AuditFilter) =>
        (await audit.list('everything', { ...latest(10), ...filter })).map(({ target }) => target);
      expect(await found({})).toEqual(['c', 'b', 'a']);
      expect(await found({ person: 'ANN@' })).toEqual(['a']);
      expect(await found({ person: 'bob' })).toEqual(['b']);
      // What is a pattern to the database is text here.
      expect(await found({ person: '%' })).toEqual(['c']);
      expect(await found({ person: '_' })).toEqual(['b']);
      expect(await found({ person: '!' })).toEqual([]);
      expect(await found({ subject: 'grant' })).toEqual(['b']);
      expect(await found({ counterId: 7 })).toEqual(['c', 'a']);
      expect(await found({ since: at + 1 })).toEqual(['c', 'b']);
      expect(await found({ until: at + 1 })).toEqual(['a']);
      expect(await found({ since: at + 1, until: at + 2, subject: 'goal' })).toEqual([]);
      expect(
        await audit.list(
          { accountId: 'cat', login: 'cat@x', counterIds: [7] },
          { ...latest(9), counterId: 8 },
        ),
      ).toEqual([]);
      await close();
    });

    it('[A19] forgets the oldest beyond its bounds, and strangers push nothing else out', async () => {
      const { audit, close } = await make();
      for (let n = 0; n < 4; n++) await audit.add(entry({ target: `done ${n}` }));
      for (let n = 0; n < 6; n++) await audit.add(entry({ verb: 'failed', target: `failed ${n}` }));
      await audit.trim({ failures: 2, others: 3 });
      const left = (await audit.list('everything', latest(20))).map(({ target }) => target);
      expect(left).toEqual(['failed 5', 'failed 4', 'done 3', 'done 2', 'done 1']);
      await close();
    });
  });
}
