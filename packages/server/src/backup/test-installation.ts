/** For tests: an installation whose records are SQLite's own and whose analytics are rows in memory. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Clock } from '../kit/clock.ts';
import { createRecordsSink, createRecordsSource, migrateRecords } from '../stores/records/index.ts';
import { openSqlite, type Records } from '../stores/records/open.ts';
import { createInstallationRecords } from '../stores/records/installation.ts';
import { type AnalyticsSink, type AnalyticsSource, type AnalyticsTable, type BackupPlace } from './port.ts';
import { sha256, type BackupKey } from './pack.ts';

export interface MemoryAnalytics extends AnalyticsSource, AnalyticsSink {
  readonly rows: Map<string, string[]>;
  put(table: AnalyticsTable, day: string, line: object): void;
}

/** @param migrations of the version that made it */
export function memoryAnalytics(migrations = ['0001']): MemoryAnalytics {
  const rows = new Map<string, string[]>();
  let known: readonly string[] = migrations;
  const keyOf = (table: string, day: string) => `${table} ${day}`;
  return {
    rows,
    put(table, day, line) {
      rows.set(keyOf(table, day), [...(rows.get(keyOf(table, day)) ?? []), JSON.stringify(line)]);
    },
    migrations: () => Promise.resolve([...known]),
    units: (table) =>
      Promise.resolve(
        [...rows]
          .filter(([key]) => key.startsWith(`${table} `))
          .map(([key, lines]) => ({
            table,
            day: key.slice(table.length + 1),
            counters: [1, 9] as const,
            ids: null,
            rows: lines.length,
            sum: sha256(Buffer.from(lines.join())),
          })),
      ),
    lines: ({ table, day }) => Promise.resolve(rows.get(keyOf(table, day)) ?? []),
    highestSegment: () => Promise.resolve(0),
    isEmpty: () => Promise.resolve(rows.size === 0 || known.length === 0),
    accepts: () => undefined,
    prepare(names) {
      rows.clear();
      known = names;
      return Promise.resolve();
    },
    insert(table, lines) {
      for (const line of lines.trim().split('\n')) {
        const { day } = JSON.parse(line) as { day: string };
        rows.set(keyOf(table, day), [...(rows.get(keyOf(table, day)) ?? []), line]);
      }
      return Promise.resolve();
    },
    finish: () => Promise.resolve(),
    release: () => Promise.resolve(),
  };
}

export interface TestInstallation {
  readonly dataDir: string;
  readonly records: Records;
  readonly analytics: MemoryAnalytics;
  readonly files: Map<string, Buffer>;
  /** What `takeBackup` and `restoreBackup` are given. */
  deps(place: BackupPlace, key?: BackupKey | null): Parameters<typeof import('./take.ts').takeBackup>[0];
  sinks(
    place: BackupPlace,
    key?: BackupKey | null,
  ): Parameters<typeof import('./restore.ts').restoreBackup>[0];
}

export function openInstallation(dataDir: string, clock: Clock): TestInstallation {
  mkdirSync(join(dataDir, 'journal'), { recursive: true });
  const records = openSqlite(join(dataDir, 'records.db'));
  const analytics = memoryAnalytics();
  const files = new Map<string, Buffer>();
  const say = (): void => undefined;
  return {
    dataDir,
    records,
    analytics,
    files,
    deps: (place, key = null) => ({
      dataDir,
      version: '9.9.9',
      records: createRecordsSource(records, dataDir),
      analytics,
      chatFiles: { read: (id) => Promise.resolve(files.get(id) ?? null) },
      place,
      key,
      clock,
      say,
    }),
    sinks: (place, key = null) => ({
      dataDir,
      records: createRecordsSink(records, () => Promise.resolve()),
      analytics,
      chatFiles: {
        write: (id, _type, bytes) => {
          files.set(id, bytes);
          return Promise.resolve();
        },
      },
      place,
      key,
      say,
    }),
  };
}

/** With a counter, rows of two days, a file of the chat, and a secret. */
export async function fillInstallation({
  records,
  analytics,
  files,
  dataDir,
}: TestInstallation): Promise<void> {
  await migrateRecords(records);
  await createInstallationRecords(records).write({ id: 'one', stamp: 1, confirmed: 1 });
  await records.db
    .insertInto('counters')
    .values({
      id: 7,
      name: 'Лавка "Shop"',
      owner_id: 'owner',
      site: 'shop.example',
      mirrors: '[]',
      only_mirrors: 0,
      time_zone: 'Europe/Moscow',
      currency: 'RUB',
      visit_threshold: 1800,
      autogoals: 1,
      filter_robots: 1,
      favorite: 0,
      status: 'Active',
      created_at: 1,
      revision: 3,
    } as never)
    .execute();
  await records.db
    .insertInto('chat_files')
    .values({
      id: 'file1',
      counter_id: 7,
      person_id: 'p',
      name: 'a.txt',
      type: 'text/plain',
      bytes: 5,
      created_at: 1,
    })
    .execute();
  files.set('file1', Buffer.from('hello'));
  for (const day of ['2026-11-01', '2026-11-02'])
    for (let n = 0; n < 50; n += 1) analytics.put('hits', day, { day, url: `https://shop.example/${n}`, n });
  writeFileSync(join(dataDir, 'secret'), 'a secret of the installation');
}
