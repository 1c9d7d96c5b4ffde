/** Brings the analytics store's tables up to date: forward only, safe to run again and to be interrupted. */
import { NewerTables } from '../../kit/newer-tables.ts';
import type { Olap } from '../../kit/olap.ts';
import { hitsAndVisits } from './migrations/0001-hits-and-visits.ts';
import { restingVisitors } from './migrations/0002-resting-visitors.ts';
import { keptFacts } from './migrations/0004-kept-facts.ts';
import { installation } from './migrations/0003-installation.ts';
import { exactHits } from './migrations/0005-exact-hits.ts';
import { commerce } from './migrations/0006-commerce.ts';
import { reaches } from './migrations/0007-reaches.ts';
import { conversations } from './migrations/0008-conversations.ts';
import { pagePrices } from './migrations/0009-page-prices.ts';
import { closedDays } from './migrations/0010-closed-days.ts';
import { daySums } from './migrations/0014-day-sums.ts';
import { pasts } from './migrations/0011-pasts.ts';
import { costs } from './migrations/0012-costs.ts';

export interface OlapMigration {
  readonly id: string;
  /** Each is safe to run again: an interrupted migration starts over at its first statement. */
  readonly statements: readonly string[];
  /** Then, for each `part` that the question lists, a statement that is safe to run again. */
  readonly fill?: { readonly parts: string; readonly statement: string };
}

/** Oldest first. A migration that was released is never changed. */
export const OLAP_MIGRATIONS: readonly OlapMigration[] = [
  hitsAndVisits,
  restingVisitors,
  installation,
  keptFacts,
  exactHits,
  commerce,
  reaches,
  conversations,
  pagePrices,
  closedDays,
  pasts,
  costs,
  daySums,
];

const PATIENT = { timeoutSeconds: 600 };

const LIST = `CREATE TABLE IF NOT EXISTS migrations (
  id String,
  at DateTime('UTC') DEFAULT now()
) ENGINE = MergeTree ORDER BY id`;

/** Changes nothing, and takes a store that is new. @throws NewerTables */
export async function refuseNewerOlap(olap: Pick<Olap, 'query'>): Promise<void> {
  const [found] = await olap.query<{ result: number }>('EXISTS TABLE migrations', {});
  if (found?.result !== 1) return;
  const rows = await olap.query<{ id: string }>('SELECT DISTINCT id FROM migrations', {});
  refuseUnknown(new Set(rows.map((row) => row.id)), OLAP_MIGRATIONS);
}

function refuseUnknown(done: ReadonlySet<string>, known: readonly OlapMigration[]): void {
  const unknown = [...done].filter((id) => !known.some((one) => one.id === id));
  if (unknown.length > 0) throw new NewerTables('The analytics store', unknown.toSorted());
}

/**
 * @returns ids of those it ran
 * @throws NewerTables
 */
export async function migrateOlap(
  olap: Olap,
  migrations: readonly OlapMigration[] = OLAP_MIGRATIONS,
): Promise<string[]> {
  await olap.command(LIST);
  const rows = await olap.query<{ id: string }>('SELECT DISTINCT id FROM migrations', {});
  const done = new Set(rows.map((row) => row.id));
  refuseUnknown(done, migrations);
  const note = (ids: readonly string[]): Promise<void> =>
    olap.command('INSERT INTO migrations (id) SELECT arrayJoin({ids:Array(String)})', { ids });
  const ran: string[] = [];
  for (const { id, statements, fill } of migrations) {
    if (done.has(id)) continue;
    for (const statement of statements) await olap.command(statement);
    if (fill !== undefined)
      for (const { part } of await olap.query<{ part: number }>(fill.parts, {}, PATIENT))
        await olap.command(fill.statement, { part });
    if (done.size > 0) await note([id]);
    ran.push(id);
  }
  // A new store holds nothing that takes time: noted at once, it waits for the disk a third less.
  if (done.size === 0 && ran.length > 0) await note(ran);
  return ran;
}
