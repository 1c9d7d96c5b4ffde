/** Each thing that can be wrong is made wrong, and is told with what mends it. */
import { mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { createServer as createHttp } from 'node:http';
import { createServer, type AddressInfo, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { Olap } from '../../kit/olap.ts';
import { openTestRecords } from '../../stores/records/test-records.ts';
import { readConfig } from '../config/reader.ts';
import type { DoctorContext } from './check.ts';
import { backups, stores, tag } from './inside.ts';
import { clock, disk } from './machine.ts';
import { mail, proxy } from './outside.ts';

const NOW = Date.UTC(2026, 10, 29, 12);
let folder: string;
const closing: (() => unknown)[] = [];
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'goalpost-doctor-'));
});
afterEach(async () => {
  for (const close of closing.splice(0)) await close();
  rmSync(folder, { recursive: true, force: true });
});

function context(environment: Record<string, string> = {}, more: Partial<DoctorContext> = {}): DoctorContext {
  const reading = readConfig({ GOALPOST_DATA: folder, ...environment });
  if (!reading.ok) throw new Error(reading.problems.join(' '));
  return { config: reading.config, now: NOW, stores: null, whyNoStores: 'They are away.', ...more };
}

const said = async (check: typeof clock, of: DoctorContext) =>
  (await check.look(of)).map(({ how, says }) => `${how}: ${says}`).join('\n');

function listening(server: Server): Promise<number> {
  closing.push(() => new Promise((resolve) => server.close(resolve)));
  return new Promise((resolve) => {
    server.listen(0, '127.0.0.1', () => resolve((server.address() as AddressInfo).port));
  });
}

it('a clock that was put back', async () => {
  const file = join(folder, 'secret');
  writeFileSync(file, '');
  utimesSync(file, NOW / 1_000 + 3_600, NOW / 1_000 + 3_600);
  expect(await said(clock, context())).toMatch(
    /^bad: Files .* 60 minutes younger than the clock.*time synchronisation/,
  );
  utimesSync(file, NOW / 1_000 - 5, NOW / 1_000 - 5);
  expect(await said(clock, context())).toMatch(/^well: /);
});

it('a data folder that is not there', async () => {
  expect(await said(disk, context({ GOALPOST_DATA: join(folder, 'none') }))).toMatch(
    /^bad: There is no data folder/,
  );
  expect(await said(disk, context())).toMatch(/MiB are free/);
});

it('stores that cannot be opened', async () => {
  expect(await said(stores, context())).toBe('bad: They are away.');
});

it('a tag that has gone, one that never was there, and one that is', async () => {
  const records = await openTestRecords();
  closing.push(() => records.close());
  for (const id of [1, 2, 3])
    await records.db
      .insertInto('counters')
      .values({
        id,
        name: `Shop ${id}`,
        owner_id: 'o',
        site: 'a.example',
        mirrors: '[]',
        only_mirrors: 0,
        time_zone: 'UTC',
        currency: 'RUB',
        visit_threshold: 1800,
        autogoals: 1,
        filter_robots: 1,
        favorite: 0,
        status: 'Active',
        created_at: 1,
        revision: 1,
      } as never)
      .execute();
  const rows = [
    { id: 1, last: NOW / 1_000 - 60 },
    { id: 2, last: NOW / 1_000 - 50 * 3_600 },
  ];
  const olap = { query: () => Promise.resolve(rows) } as unknown as Olap;
  const lines = (await said(tag, context({}, { stores: { records, olap } }))).split('\n');
  expect(lines[0]).toMatch(/^well: Counter 1 \(Shop 1\)/);
  expect(lines[1]).toMatch(
    /^bad: Counter 2 \(Shop 2\) has had no hit for 50 hours\. See whether its snippet/,
  );
  expect(lines[2]).toMatch(/^note: Counter 3 \(Shop 3\) never had a hit\. Put its snippet/);
});

it('a public address that does not answer, and a proxy that is not believed', async () => {
  expect(await said(proxy, context())).toMatch(/^note: GOALPOST_PUBLIC_URL is not set/);
  const status = { code: 200 };
  const server = createHttp((_request, response) => response.writeHead(status.code).end());
  const url = `http://127.0.0.1:${await listening(server)}`;
  const at = (more = {}) => context({ GOALPOST_PUBLIC_URL: url, ...more });
  expect(await said(proxy, at())).toMatch(/^well: .* answers\.\nbad: GOALPOST_TRUST_PROXY is not set/);
  expect(await said(proxy, at({ GOALPOST_TRUST_PROXY: '127.0.0.1' }))).toBe(`well: ${url} answers.`);
  status.code = 502;
  expect(await said(proxy, at({ GOALPOST_TRUST_PROXY: '127.0.0.1' }))).toMatch(
    /^bad: .* answers 502\. Look at the proxy/,
  );
});

it('a mail server that is away', async () => {
  expect(await said(mail, context())).toMatch(/^note: GOALPOST_SMTP_URL is not set/);
  const server = createServer((socket) => socket.end());
  const port = await listening(server);
  const at = (number: number) =>
    context({ GOALPOST_SMTP_URL: `smtp://127.0.0.1:${number}`, GOALPOST_MAIL_FROM: 'a@b.example' });
  expect(await said(mail, at(port))).toMatch(/^well: /);
  const gone = createServer();
  const closed = await listening(gone);
  await closing.pop()?.();
  expect(await said(mail, at(closed))).toMatch(
    /^bad: The SMTP server 127\.0\.0\.1:\d+ cannot be reached: ECONNREFUSED/,
  );
});

it('no backup, an old one, one that was cut off', async () => {
  expect(await said(backups, context())).toMatch(/^bad: There has never been a backup/);
  writeFileSync(join(folder, 'backup.last'), new Date(NOW - 300 * 3_600_000).toISOString());
  expect(await said(backups, context())).toMatch(/^bad: The last backup is 300 hours old/);
  writeFileSync(join(folder, 'backup.last'), new Date(NOW - 3_600_000).toISOString());
  writeFileSync(join(folder, 'backup.unfinished'), '2026-11-29T08:00:00.000Z /backups\n');
  const key = { GOALPOST_BACKUP_KEY: 'long enough for a key' };
  expect(await said(backups, context(key))).toMatch(
    /^note: The backup begun at .* was cut off.*\nwell: The last backup is 1 hours old\.$/,
  );
});
