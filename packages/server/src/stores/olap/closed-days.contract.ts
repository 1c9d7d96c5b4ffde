/** Closing days of visits [M77], on every analytics store. Registered by the store's own suite. */
import { beforeEach, describe, expect, it } from 'vitest';
import type { ClosedDays } from '../../collect/index.ts';
import type { Olap } from '../../kit/olap.ts';
import { createClosedDays, FIRST_OPEN_DAY } from '../../visitors/index.ts';
import { awaitingDeletions } from '../../visitors/test-closed-days.ts';
import { countOf, lines, visitRow } from './test-rows.ts';

const at = (day: string): number => Date.parse(`${day}T00:00:00Z`);
/** Longer than looks are apart. */
const LOOK_MS = 660_000;

export function registerClosedDays(olapOf: () => Olap): void {
  describe('[M77] closed days', () => {
    let now: number;
    let inserts = 0;
    beforeEach(async () => {
      await olapOf().command('TRUNCATE TABLE closed_days');
      now = at('2026-09-30');
    });

    const open = (): ClosedDays => createClosedDays(awaitingDeletions(olapOf()), { now: () => now });
    const firstOpen = async (): Promise<string | undefined> => {
      const sql = `SELECT ${FIRST_OPEN_DAY} AS day FROM closed_days`;
      return (await olapOf().query<{ day: string }>(sql, {}))[0]?.day;
    };
    const put = (day: string, visit: string, version: number, counter = 1): Promise<void> => {
      const row = visitRow({ counter_id: counter, opened_on: day, visit_id: visit, version, hits: version });
      return olapOf().insert('visits', lines([row]), `closed-${inserts++}`);
    };
    /** As often as there is more. */
    const closeAll = async (days: ClosedDays): Promise<void> => {
      for (let look = 0; look < 12; look++) {
        await days.close();
        now += LOOK_MS;
      }
    };

    it('are those that are over for four days, where each visit has one row', async () => {
      const days = open();
      await closeAll(days);
      expect(await firstOpen()).toBe('1970-01-01');
      await put('2025-12-30', '1', 1);
      await put('2026-09-20', '2', 1);
      await put('2026-09-29', '3', 1);
      await closeAll(days);
      expect(await firstOpen()).toBe('2026-09-26');
    });

    it('wait for a look that finds nothing to delete', async () => {
      for (const version of [3, 1, 2]) await put('2026-09-20', '1', version);
      await put('2026-09-20', '1', 1, 2);
      const days = open();
      expect(await days.close()).toBe(false);
      expect(await firstOpen()).toBe('1970-01-01');
      expect(await countOf(olapOf(), 'visits')).toBe(2);
      expect(await olapOf().query('SELECT counter_id, hits FROM visits ORDER BY counter_id', {})).toEqual([
        { counter_id: 1, hits: 3 },
        { counter_id: 2, hits: 1 },
      ]);
      now += LOOK_MS;
      await days.close();
      expect(await firstOpen()).toBe('2026-09-26');
    });

    it('are no days with two rows of one version, of which neither may go', async () => {
      await olapOf().command('SYSTEM STOP MERGES visits');
      try {
        for (const _copy of [1, 2]) await put('2026-09-20', '1', 1);
        await closeAll(open());
        expect(await firstOpen()).toBe('1970-01-01');
        expect(await countOf(olapOf(), 'visits')).toBe(2);
      } finally {
        await olapOf().command('SYSTEM START MERGES visits');
      }
    });

    it('are open again from the day of a late row, also for a later process', async () => {
      await put('2026-09-20', '1', 1);
      await put('2026-09-22', '2', 1);
      await closeAll(open());
      await open().reopen('2026-09-28');
      expect(await firstOpen()).toBe('2026-09-26');
      const later = open();
      await later.reopen('2026-09-21');
      expect(await firstOpen()).toBe('2026-09-21');
      await put('2026-09-22', '2', 2);
      await closeAll(later);
      expect(await firstOpen()).toBe('2026-09-26');
      expect(await countOf(olapOf(), 'visits')).toBe(2);
    });

    it('are fewer where two rows have one number, as an insert leaves that failed and was stored', async () => {
      for (const day of ['2026-09-26', '2026-09-21', '2026-09-24'])
        await olapOf().command(`INSERT INTO closed_days (number, day) SELECT 4, '${day}'`);
      expect(await firstOpen()).toBe('2026-09-21');
      await open().reopen('2026-09-20');
      expect(await firstOpen()).toBe('2026-09-20');
    });
  });
}
