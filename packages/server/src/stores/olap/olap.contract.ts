/** What every `Olap` must do, the embedded engine and a ClickHouse server alike. */
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { registerClosedDays } from './closed-days.contract.ts';
import { registerExpiring } from './expiring.contract.ts';
import { migrateOlap, OLAP_MIGRATIONS } from './migrate.ts';
import { registerInserts } from './inserts.contract.ts';
import { registerPerson } from './person.contract.ts';
import { registerQueries } from './queries.contract.ts';
import type { Olap } from '../../kit/olap.ts';
import { BIG, countOf, lines, visitRow } from './test-rows.ts';

export interface OlapFixture {
  /** Not yet migrated. */
  readonly olap: Olap;
  close(): Promise<void>;
}

export function registerOlapContract(make: () => Promise<OlapFixture>): void {
  describe('analytics store', () => {
    let fixture: OlapFixture;
    let olap: Olap;
    beforeAll(async () => {
      fixture = await make();
      olap = fixture.olap;
      await migrateOlap(olap);
    });
    beforeEach(async () => {
      await olap.command('TRUNCATE TABLE hits');
      await olap.command('TRUNCATE TABLE visits');
      await olap.command('TRUNCATE TABLE pasts');
    });
    afterAll(() => fixture.close());

    registerQueries(() => olap);
    registerInserts(() => olap);
    registerExpiring(() => olap);
    registerPerson(() => olap);
    registerClosedDays(() => olap);

    it('shows with FINAL one row a visit, the one of the highest version, in whatever order they come', async () => {
      const versions = [2, 5, 1, 4, 3];
      for (const version of versions) {
        const rows = ['1', '2', BIG].map((id) => visitRow({ visit_id: id, version, hits: version }));
        await olap.insert('visits', lines(rows), `v${version}`);
      }
      const other = visitRow({ visit_id: '1', counter_id: 2, hits: 9 });
      await olap.insert('visits', lines([other]), 'other counter');
      const sql = 'SELECT counter_id, visit_id, hits FROM visits FINAL ORDER BY counter_id, visit_id';
      const expected = [
        { counter_id: 1, visit_id: '1', hits: 5 },
        { counter_id: 1, visit_id: '2', hits: 5 },
        { counter_id: 1, visit_id: BIG, hits: 5 },
        { counter_id: 2, visit_id: '1', hits: 9 },
      ];
      expect(await olap.query(sql, {})).toEqual(expected);
      await olap.command('OPTIMIZE TABLE visits FINAL');
      expect(await olap.query(sql, {})).toEqual(expected);
      expect(await countOf(olap, 'visits')).toBe(4);
    });

    it('is healthy', async () => {
      expect(await olap.healthy()).toBe(true);
    });
  });

  describe('migrations', () => {
    let fixture: OlapFixture;
    beforeAll(async () => {
      fixture = await make();
    });
    afterAll(() => fixture.close());

    it('run once, and again to no effect', async () => {
      expect(await migrateOlap(fixture.olap)).toEqual(OLAP_MIGRATIONS.map(({ id }) => id));
      expect(await migrateOlap(fixture.olap)).toEqual([]);
    });

    it('that were interrupted between statements are finished by the next run', async () => {
      const create = (name: string): string =>
        `CREATE TABLE IF NOT EXISTS ${name} (x UInt8) ENGINE = MergeTree ORDER BY x`;
      const broken = [
        ...OLAP_MIGRATIONS,
        { id: '9002-test', statements: [create('one'), 'CREATE TABLE two (x Nothing)'] },
      ];
      await expect(migrateOlap(fixture.olap, broken)).rejects.toThrow(/Nothing|two/);
      const whole = [
        ...OLAP_MIGRATIONS,
        { id: '9002-test', statements: [create('one'), create('two')] },
        { id: '9003-test', statements: ['ALTER TABLE two ADD COLUMN IF NOT EXISTS y UInt8'] },
      ];
      expect(await migrateOlap(fixture.olap, whole)).toEqual(['9002-test', '9003-test']);
      expect(await fixture.olap.query('SELECT x, y FROM two', {})).toEqual([]);
    });
  });
}
