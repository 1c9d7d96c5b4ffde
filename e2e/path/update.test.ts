/** Data folders that released versions have made are brought up to date, with all that was in them. */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { pino } from 'pino';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { startServer } from '../../packages/server/test/start-server.ts';
import { createApi } from './api.ts';
import { REMOVE } from '../../packages/server/test/remove.ts';

/** What was sent to each: six visitors with a page view, one of whom opened a chat; some hits waited in the journal. */
const RELEASES = [{ version: '0.1.0', counter: 31_724_993, from: '2026-11-28', to: '2026-11-30' }];

let root: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'goalpost-update-'));
});
afterEach(() => rmSync(root, REMOVE));

it.each(RELEASES)('[K8] $version → now', async ({ version, counter, from, to }) => {
  const file = join(import.meta.dirname, 'fixtures', `data-${version}.tar.gz`);
  execFileSync('tar', ['-xzf', file, '-C', root]);
  const lines: string[] = [];
  const log = pino({ level: 'warn' }, { write: (line: string) => void lines.push(line) });
  let server = await startServer({ dataDir: root, log });
  await server.flushed();
  const said = lines.filter((line) => line.includes('The records are brought up to date by'));
  expect(said).toHaveLength(1);
  let api = createApi(server.url, server.token);
  const period = { date1: from, date2: to };
  const totals = async (asked: Record<string, string>) =>
    (await api.stat(counter, { ...period, ...asked })).totals;
  const seen = () =>
    totals({ metrics: 'ym:s:visits,ym:s:users,ym:s:newUsers,ym:s:pageviews,ym:s:sumGoalReachesAny' });
  const rows = async (dimension: string, asked: Record<string, string> = {}) => {
    const metrics = dimension.startsWith('ym:pv:') ? 'ym:pv:pageviews' : 'ym:s:visits';
    const { data } = await api.stat(counter, { ...period, metrics, dimensions: dimension, ...asked });
    return data.map((row) => [row.dimensions[0]?.id ?? row.dimensions[0]?.name, row.metrics[0]]);
  };
  expect(await seen()).toEqual([6, 6, 6, 6, 1]);
  // Each visitor looked at a page of their own; what 0.1.0 did not keep has no value.
  const pages = [1, 2, 3, 4, 5, 6].map((n) => [`https://shop.example/${n}`, 1]);
  for (const address of ['ym:pv:URL', 'ym:s:startURL', 'ym:s:endURL'])
    expect(await rows(address)).toEqual(pages);
  expect(await rows('ym:s:date')).toEqual([['2026-11-29', 6]]);
  for (const source of ['lastTrafficSource', 'lastsignTrafficSource', 'firstTrafficSource'])
    expect(await rows(`ym:s:${source}`)).toEqual([['direct', 6]]);
  expect(await rows('ym:s:browser')).toEqual([['Chrome', 6]]);
  expect(await rows('ym:s:goal')).toEqual([['1000001', 1]]);
  expect(await rows('ym:s:windowClientArea', { include_undefined: 'true' })).toEqual([[null, 6]]);
  expect((await api.goals(counter)).map(({ name }) => name)).toEqual([
    'Jivo auto-goal: customer opened chat',
  ]);
  await server.close();

  // Once more: nothing is left to do, and nothing counts twice.
  lines.length = 0;
  server = await startServer({ dataDir: root, log });
  await server.flushed();
  expect(lines.filter((line) => line.includes('brought up to date'))).toEqual([]);
  api = createApi(server.url, server.token);
  expect(await seen()).toEqual([6, 6, 6, 6, 1]);
  await server.close();

  const records = new DatabaseSync(join(root, 'records.db'));
  records.exec(`INSERT INTO migrations (name, timestamp) VALUES ('9999-of-the-future', 'now')`);
  records.close();
  const refused = await startServer({ dataDir: root, log }).catch((error: Error) => error.message);
  expect(refused).toMatch(
    /^The records database was changed by a newer version of Goalpost.*9999-of-the-future.*\.$/,
  );
});
