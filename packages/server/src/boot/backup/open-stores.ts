/** Opens the stores for a backup: beside a running server, or alone where none is running. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { BackupRefused, unfinishedRestore } from '../../backup/index.ts';
import type { Olap } from '../../kit/olap.ts';
import { createOlap, engineTarget, openOlap, refuseNewerOlap } from '../../stores/olap/index.ts';
import { openRecords, type Records, refuseNewer } from '../../stores/records/index.ts';
import { CannotStart } from '../cannot-start.ts';
import type { Config } from '../config/config.ts';
import { holdDataFolder } from '../data-folder.ts';
import { requireEngine } from '../engine-binary.ts';
import { explainRecords } from '../parts/records.ts';

export interface OpenStores {
  readonly records: Records;
  readonly olap: Olap;
}

type Places = Pick<Config, 'dataDir' | 'databaseUrl' | 'clickhouseUrl'>;

/**
 * Stores of a newer version are refused: this one would miss what it does not know [K11].
 * @throws BackupRefused, CannotStart, NewerTables
 */
export async function openStores(places: Places, opened: AsyncDisposableStack): Promise<OpenStores> {
  const { dataDir, databaseUrl } = places;
  if (!existsSync(dataDir))
    throw new BackupRefused(`There is no data folder ${dataDir}: name it by GOALPOST_DATA.`);
  if (databaseUrl === null && !existsSync(join(dataDir, 'records.db')))
    throw new BackupRefused(
      `The data folder ${dataDir} holds no records: name the right one by GOALPOST_DATA.`,
    );
  const unfinished = await unfinishedRestore(dataDir);
  if (unfinished !== null) throw new BackupRefused(unfinished);
  const alone = await heldAlone(dataDir);
  if (alone !== null) opened.defer(() => alone.release());
  const olap = await openAnalytics(places, alone !== null, opened);
  const records = await openRecordsOf(places, opened);
  await refuseNewer(records);
  await refuseNewerOlap(olap);
  return { records, olap };
}

/** Makes what is missing; the data folder must be held. */
export async function openEmptyStores(places: Places, opened: AsyncDisposableStack): Promise<OpenStores> {
  const olap = await openAnalytics(places, true, opened);
  return { records: await openRecordsOf(places, opened), olap };
}

async function openRecordsOf(places: Places, opened: AsyncDisposableStack): Promise<Records> {
  const records = await openRecords(places).catch((error: unknown) => {
    throw new CannotStart(explainRecords(error, places));
  });
  return opened.adopt(records, (one) => one.close());
}

/** Null: a server is running there. */
async function heldAlone(dataDir: string) {
  try {
    return await holdDataFolder(dataDir);
  } catch (error) {
    if (error instanceof CannotStart && error.message.startsWith('Another Goalpost')) return null;
    throw error;
  }
}

async function openAnalytics(
  { dataDir, clickhouseUrl }: Places,
  alone: boolean,
  opened: AsyncDisposableStack,
): Promise<Olap> {
  if (clickhouseUrl === null && alone) {
    requireEngine();
    const own = openOlap({ dataDir, clickhouseUrl: null });
    opened.defer(() => own.olap.close());
    await own.ready();
    return own.olap;
  }
  const olap = createOlap(clickhouseUrl === null ? engineTarget(dataDir) : { url: clickhouseUrl });
  opened.defer(() => olap.close());
  if (!(await olap.healthy()))
    throw new BackupRefused(
      clickhouseUrl === null
        ? `The analytics engine of the server that runs on ${dataDir} does not answer.`
        : 'The analytics store cannot be reached: see GOALPOST_CLICKHOUSE_URL.',
    );
  return olap;
}
