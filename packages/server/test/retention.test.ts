/** How long data are kept, through the real server. What would go is said first, goes then, and nothing else does. */
import { DatabaseSync } from 'node:sqlite';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { ChatFunnel } from '@goalpost/contract/chat';
import type { Retention, RetentionLoss, RetentionRun } from '@goalpost/contract/management';
import type { VisitLog } from '@goalpost/contract/reports/visits';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { createApi, type Api } from '../../../e2e/path/api.ts';
import { newVisitorId, sendHit } from '../../../e2e/path/wire.ts';
import { newKey, visit } from './chat-client.ts';
import { limitOf, PATIENCE_MS } from './eventually.ts';
import { startServer, type TestServer } from './start-server.ts';

const DAY_MS = 86_400_000;
const NOW = Date.now();

let behind = 100 * DAY_MS;
let server: TestServer;
let api: Api;
let mine: number;
let other: number;
/** Keeps sums. */
let summed: number;
beforeAll(async () => {
  server = await startServer({ clock: { now: () => NOW - behind } });
  api = createApi(server.url, server.token);
  [mine, other] = [await api.createCounter(), await api.createCounter()];
  summed = await api.createCounter();
  for (const counter of [mine, other, summed]) {
    await api.call('PUT', `/api/v1/counters/${counter}/chat/settings`, { settings: { enabled: true } });
    await lookAndWrite(counter);
  }
  behind = 0;
  for (const counter of [mine, other, summed]) await lookAndWrite(counter);
  // The goal and the facts of a conversation arrive after its message was acknowledged.
  for (const counter of [mine, other, summed])
    await vi.waitFor(
      async () => {
        await server.flushed();
        const date1 = dayOf(NOW - 120 * DAY_MS);
        const goals = await api.stat(counter, { preset: 'conversion', date1 });
        const told = await api.stat(counter, { metrics: 'gp:s:conversations', date1 });
        const reaches = goals.data.reduce((sum, { metrics }) => sum + Number(metrics[3]), 0);
        expect([reaches, told.totals[0]]).toEqual([2, 2]);
      },
      { timeout: PATIENCE_MS, interval: 100 },
    );
});
afterAll(() => server.close());

async function lookAndWrite(counter: number): Promise<void> {
  const visitor = newVisitorId();
  const et = Math.floor((NOW - behind) / 1_000);
  await sendHit(server.url, { counter, visitor, et, pageUrl: 'https://shop.example/' });
  const { tab } = await visit(server.url, counter, { visitor, url: 'https://shop.example/', referrer: '' });
  tab.send({ type: 'message', key: newKey(), text: 'Hello', fileId: null });
  await tab.next('stored');
  await tab.close();
}

const at = (counter: number, rest = '') => `/api/v1/counters/${counter}/retention${rest}`;
const days = (keep: number) => ({ keep, unit: 'day' });
const dayOf = (moment: number) => new Date(moment).toISOString().slice(0, 10);

async function lossesOf(counter: number, retention: unknown): Promise<readonly RetentionLoss[]> {
  const answer = await api.call<{ losses: RetentionLoss[] }>('POST', at(counter, '/preview'), { retention });
  return answer.body.losses;
}

it('[P18] refuses 0 days, and says which kind', async () => {
  const answer = await api.call('PUT', at(mine), { retention: { hits: days(0) } });
  expect([answer.status, JSON.stringify(answer.body)]).toEqual([
    400,
    expect.stringContaining('retention.hits'),
  ]);
  const { body } = await api.call<Retention>('GET', at(mine));
  expect(body.retention.hits).toBeNull();
});

it(
  '[P16] says what would go, removes that, and tells it [P17]',
  async () => {
    const wanted = { hits: days(90), visits: { keep: 3, unit: 'month' }, conversations: days(90) };
    const losses = await lossesOf(mine, wanted);
    expect(losses.map(({ kind, rows, oldest }) => [kind, rows > 0, oldest])).toEqual([
      ['hits', true, dayOf(NOW - 100 * DAY_MS)],
      ['visits', true, dayOf(NOW - 100 * DAY_MS)],
      ['conversations', true, dayOf(NOW - 100 * DAY_MS)],
    ]);
    expect(await lossesOf(mine, wanted)).toEqual(losses);

    await api.call('PUT', at(mine), { retention: wanted });
    const { body } = await api.call<{ run: RetentionRun }>('POST', at(mine, '/runs'));
    expect(body.run.losses).toEqual(losses);
    await expect
      .poll(
        async () =>
          (await api.call<Retention>('GET', at(mine))).body.runs.find(({ id }) => id === body.run.id)?.state,
        { timeout: PATIENCE_MS },
      )
      .toBe('done');
    const after = await lossesOf(mine, wanted);
    expect(after.map(({ rows }) => rows)).toEqual([0, 0, 0]);
    // What is young stays, and what is another's.
    const young = await lossesOf(mine, { hits: null, visits: null, conversations: null });
    expect(young).toEqual([]);
    expect((await lossesOf(other, wanted)).map(({ rows }) => rows)).toEqual(losses.map(({ rows }) => rows));
    const views = await api.stat(mine, { metrics: 'ym:s:visits', date1: dayOf(NOW - 120 * DAY_MS) });
    expect(views.totals[0]).toBe(1);
    const audit = await api.call<{ entries: { subject: string; target: string; details: string }[] }>(
      'GET',
      '/api/v1/audit',
    );
    expect(audit.body.entries).toContainEqual(
      expect.objectContaining({
        subject: 'retention',
        target: 'retention',
        details: expect.stringContaining('hits before') as string,
      }),
    );
  },
  limitOf(3),
);

const runOf = async (counter: number, id: string) =>
  (await api.call<Retention>('GET', at(counter))).body.runs.find((run) => run.id === id)?.state;

it(
  '[P43] [P18] sums of days stay where they are wanted, and it is said of how many',
  async () => {
    const short = await api.call('PUT', at(summed), { retention: { hits: days(3), sums: true } });
    expect([short.status, JSON.stringify(short.body)]).toEqual([
      400,
      expect.stringContaining('Sums need hits and visits that are kept for at least 4 days'),
    ]);
    const period = { date1: dayOf(NOW - 120 * DAY_MS) };
    const asked = { ...period, metrics: 'ym:s:visits,ym:s:pageviews,ym:s:users' };
    const before = await api.stat(summed, asked);
    expect(before.totals).toEqual([2, 2, 2]);
    expect(before.sums).toBeUndefined();
    const wanted = { hits: days(90), visits: days(90), sums: true };
    const losses = await lossesOf(summed, wanted);
    expect(losses.map((loss) => [loss.kind, loss.summed_days])).toEqual([
      ['hits', 1],
      ['visits', 1],
    ]);
    await api.call('PUT', at(summed), { retention: wanted });
    const { body } = await api.call<{ run: RetentionRun }>('POST', at(summed, '/runs'));
    await expect.poll(() => runOf(summed, body.run.id), { timeout: PATIENCE_MS }).toBe('done');
    expect((await lossesOf(summed, wanted)).map(({ rows }) => rows)).toEqual([0, 0]);

    const after = await api.stat(summed, asked);
    expect(after.totals).toEqual([2, 2, 2]);
    const old = dayOf(NOW - 100 * DAY_MS);
    expect(after.sums).toMatchObject({ from: old, answered: true, reason: null });
    const log = await api.call<VisitLog>('GET', `/api/v1/counters/${summed}/visits?date1=${period.date1}`);
    expect(log.body.visits.length).toBe(1);
    expect(log.body.sums).toMatchObject({ from: old, answered: false, reason: 'rows' });
    const funnel = await api.call<ChatFunnel>(
      'GET',
      `/api/v1/counters/${summed}/chat/funnel?date1=${period.date1}`,
    );
    expect(funnel.body.sums).toMatchObject({ from: old, answered: false });
  },
  limitOf(3),
);

it(
  '[P19] [P36] purges a deleted counter on demand, and no other',
  async () => {
    // What could not be processed is of someone, too.
    const setAside = join(server.dataDir, 'journal', 'set-aside-rows.jsonl');
    const lineOf = (counter: number) => `${JSON.stringify({ counter_id: counter, visitor_id: '5' })}\n`;
    await writeFile(setAside, lineOf(other) + lineOf(mine));
    expect((await api.call('POST', `/api/v1/counters/${other}/purge`)).status).toBe(409);
    await api.call('DELETE', `/management/v1/counter/${other}`);
    expect((await api.call('POST', `/api/v1/counters/${other}/purge`)).status).toBe(200);
    const records = new DatabaseSync(join(server.dataDir, 'records.db'), { readOnly: true });
    const pending = records.prepare(
      'SELECT count(*) AS n FROM retention_runs WHERE counter_id = ? AND finished_at IS NULL',
    );
    await expect.poll(() => pending.get(other)?.['n'], { timeout: PATIENCE_MS }).toBe(0);
    const tables = records
      .prepare(
        `SELECT m.name FROM sqlite_schema m JOIN pragma_table_info(m.name) c ON c.name = 'counter_id'
WHERE m.type = 'table'`,
      )
      .all()
      .map(({ name }) => String(name));
    expect(tables.length).toBeGreaterThan(10);
    const kept = tables.filter(
      (name) =>
        records.prepare(`SELECT 1 FROM ${name} WHERE counter_id = ? LIMIT 1`).get(other) !== undefined,
    );
    records.close();
    expect(kept.toSorted()).toEqual(['audit', 'retention_runs']);
    expect(await readFile(setAside, 'utf8')).toBe(lineOf(mine));
    expect((await api.call('POST', `/management/v1/counter/${other}/undelete`)).status).not.toBe(200);
    expect((await lossesOf(mine, { hits: days(1) })).length).toBeGreaterThan(0);
  },
  limitOf(3),
);
