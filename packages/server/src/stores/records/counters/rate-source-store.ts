/** Sources of rates, in the records store; the address is sealed, since it may hold a key of the service. */
import { sql, type Kysely, type Selectable } from 'kysely';
import type { RateSourceRecord, RateSourceStore } from '../../../counters/index.ts';
import type { Secrets } from '../../../kit/secrets/secrets.ts';
import { claimRows, isFree, NOBODYS } from '../outbox.ts';
import type { RateSourcesTable, RecordsSchema } from '../schema.ts';

const PURPOSE = 'rates';
/** As lists: names of fields would be most of it. */
type KeptRate = readonly [currency: string, day: string, rate: number];

const columnsOf = ({ nextAt, failures, fetchedAt, fault, rates }: Omit<RateSourceRecord, 'url'>) => ({
  rates: JSON.stringify(rates.map(({ currency, day, rate }): KeptRate => [currency, day, rate])),
  next_at: nextAt,
  failures,
  fetched_at: fetchedAt,
  fault: fault === null ? '' : JSON.stringify(fault),
});

export function createRateSourceStore(
  db: Kysely<RecordsSchema>,
  secrets: Pick<Secrets, 'seal' | 'open'>,
): RateSourceStore {
  const fromRow = (row: Selectable<RateSourcesTable>): RateSourceRecord => ({
    counterId: row.counter_id,
    url: secrets.open(row.url, PURPOSE),
    into: row.into_currency,
    currencies: JSON.parse(row.currencies) as string[],
    rates: (JSON.parse(row.rates) as KeptRate[]).map(([currency, day, rate]) => ({ currency, day, rate })),
    revision: row.revision,
    nextAt: row.next_at,
    failures: row.failures,
    fetchedAt: row.fetched_at,
    fault: row.fault === '' ? null : (JSON.parse(row.fault) as RateSourceRecord['fault']),
  });
  const rowOf = (from: Pick<Kysely<RecordsSchema>, 'selectFrom'>, counterId: number) =>
    from.selectFrom('rate_sources').selectAll().where('counter_id', '=', counterId).executeTakeFirst();

  return {
    async get(counterId) {
      const row = await rowOf(db, counterId);
      return row === undefined ? null : fromRow(row);
    },

    async mark(counterId) {
      const row = await db
        .selectFrom('rate_sources')
        .select(['revision', 'fetched_at', 'next_at', 'failures'])
        .where('counter_id', '=', counterId)
        .executeTakeFirst();
      return row === undefined ? null : JSON.stringify(Object.values(row));
    },

    put: (counterId, changed) =>
      db.transaction().execute(async (trx) => {
        const row = await rowOf(trx, counterId);
        const before = row === undefined ? null : fromRow(row);
        const source = { ...changed(before), counterId, revision: (before?.revision ?? 0) + 1 };
        const columns = {
          url: secrets.seal(source.url, PURPOSE),
          into_currency: source.into,
          currencies: JSON.stringify(source.currencies),
          revision: source.revision,
          ...columnsOf(source),
          ...NOBODYS,
        };
        await trx
          .insertInto('rate_sources')
          .values({ counter_id: counterId, ...columns })
          .onConflict((conflict) => conflict.column('counter_id').doUpdateSet(columns))
          .execute();
        return source;
      }),

    async remove(counterId) {
      const { numDeletedRows } = await db
        .deleteFrom('rate_sources')
        .where('counter_id', '=', counterId)
        .executeTakeFirst();
      return numDeletedRows > 0n;
    },

    async due(now, limit, node) {
      const rows = await db
        .selectFrom('rate_sources')
        .selectAll()
        .where('next_at', '<=', now)
        .where(isFree(now, node))
        .orderBy('next_at')
        .orderBy('counter_id')
        .limit(limit)
        .execute();
      return rows.map(fromRow);
    },

    claim: (ids, now, claim) =>
      claimRows(
        db,
        { table: 'rate_sources', key: 'counter_id', waits: sql<boolean>`next_at <= ${now}` },
        ids,
        now,
        claim,
      ),

    async fetched({ counterId, revision }, fetch) {
      await db
        .updateTable('rate_sources')
        .set({ ...columnsOf({ ...fetch, counterId, revision, into: '', currencies: [] }), ...NOBODYS })
        .where('counter_id', '=', counterId)
        .where('revision', '=', revision)
        .execute();
    },
  };
}

/**
 * Seals what is not sealed with the first key yet.
 * @throws SecretsLocked where no key opens what is kept
 */
export async function sealRateSourcesAgain(db: Kysely<RecordsSchema>, secrets: Secrets): Promise<void> {
  const rows = await db.selectFrom('rate_sources').select(['counter_id', 'url']).execute();
  for (const { counter_id: id, url } of rows) {
    if (!secrets.isStale(url)) continue;
    await db
      .updateTable('rate_sources')
      .set({ url: secrets.seal(secrets.open(url, PURPOSE), PURPOSE) })
      .where('counter_id', '=', id)
      .where('url', '=', url)
      .execute();
  }
}
