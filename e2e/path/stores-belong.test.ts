/** Stores that do not belong together stop the start with a sentence; accepted, no number is used twice. */
import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import {
  startTestClickHouse,
  type TestClickHouse,
} from '../../packages/server/src/stores/olap/test-clickhouse.ts';
import {
  startTestPostgres,
  type TestPostgres,
} from '../../packages/server/src/stores/records/test-postgres.ts';
import { startServer, type TestServer } from '../../packages/server/test/start-server.ts';
import { type Api, createApi } from './api.ts';
import { newVisitorId, reach } from './wire.ts';
import { REMOVE } from '../../packages/server/test/remove.ts';

let root: string;
let server: TestServer | null = null;
beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'goalpost-belong-'));
});
afterEach(async () => {
  await stop();
  await rm(root, REMOVE);
});

async function start(environment: Record<string, string> = {}, folder = 'data'): Promise<Api> {
  server = await startServer({ dataDir: join(root, folder), environment });
  return createApi(server.url, server.token);
}

async function stop(): Promise<void> {
  await server?.close();
  server = null;
}

/** What the refused start says, and the code that it names. */
async function refusal(environment: Record<string, string> = {}): Promise<{ said: string; accept: string }> {
  const said = await start(environment).then(
    () => 'it started',
    (error: Error) => error.message,
  );
  return { said, accept: /GOALPOST_ACCEPT_MISMATCH=([0-9a-f]{8})/.exec(said)?.[1] ?? said };
}

async function makeGoal(api: Api, counter: number, name: string): Promise<number> {
  const goal = { name, type: 'action', conditions: [{ type: 'exact', url: name }] };
  const answer = await api.call<{ goal: { id: number } }>('POST', `/management/v1/counter/${counter}/goals`, {
    goal,
  });
  return answer.body.goal.id;
}

const at = (name: string) => join(root, name);

async function copy(from: string, to: string): Promise<void> {
  await rm(at(to), REMOVE);
  await cp(at(from), at(to), { recursive: true });
}

describe('SQLite and the embedded engine', () => {
  it('tells of older records, and gives no number of a lost goal or counter again', async () => {
    let api = await start();
    const counter = await api.createCounter();
    await stop();
    await copy('data/records.db', 'yesterday.db');
    api = await start();
    const goal = await makeGoal(api, counter, 'order');
    const lost = await api.createCounter();
    await reach(server?.url ?? '', { counter, visitor: newVisitorId() }, 'order');
    await reach(server?.url ?? '', { counter: lost, visitor: newVisitorId() }, 'order');
    await server?.flushed();
    await stop();

    await copy('yesterday.db', 'data/records.db');
    const { said, accept } = await refusal();
    expect(said).toMatch(
      /^The records database .*records\.db is older than the analytics store .*olap, or new/,
    );
    expect(said).toContain(`goals go up to number ${goal} there`);
    expect((await refusal({ GOALPOST_ACCEPT_MISMATCH: '00000000' })).accept).toBe(accept);
    api = await start({ GOALPOST_ACCEPT_MISMATCH: accept });
    expect(await makeGoal(api, counter, 'another')).toBeGreaterThan(goal);
    const again = await api.call('POST', '/management/v1/counters', {
      counter: { id: lost, name: 'Again', site2: { site: 'shop.example' } },
    });
    expect(again.status).toBe(409);
    await stop();
    await start();
  });

  it('tells of records that lack a change, though the analytics store was never told', async () => {
    const api = await start();
    const counter = await api.createCounter();
    await copy('data/records.db', 'before.db');
    await copy('data/records.db-wal', 'before.db-wal').catch(() => undefined);
    await makeGoal(api, counter, 'order');
    await stop();
    await rm(at('data/olap'), { ...REMOVE, force: false });
    await copy('before.db', 'data/records.db');
    await copy('before.db-wal', 'data/records.db-wal').catch(() => undefined);
    expect((await refusal()).said).toMatch(/records.* than the journal .*, or new: goals go up to number/);
  });

  it('tells of an older analytics store, and of one that is gone', async () => {
    const api = await start();
    const counter = await api.createCounter();
    await stop();
    await copy('data/olap', 'olap-of-yesterday');
    await start();
    await reach(server?.url ?? '', { counter, visitor: newVisitorId() }, 'order');
    await stop();
    await copy('olap-of-yesterday', 'data/olap');
    const older = await refusal();
    expect(older.said).toMatch(/^The analytics store .*olap is older than the records database/);
    await rm(at('data/olap'), { ...REMOVE, force: false });
    expect((await refusal()).said).toMatch(/^The analytics store .*: it knows nothing of this installation/);
    await copy('olap-of-yesterday', 'data/olap');
    await start({ GOALPOST_ACCEPT_MISMATCH: older.accept });
    await stop();
    await start();
  });

  it('tells of the records of another installation', async () => {
    await start();
    await stop();
    await start({}, 'other');
    await stop();
    await copy('other/records.db', 'data/records.db');
    const { said, accept } = await refusal();
    expect(said).toMatch(/belong to different installations of Goalpost\. Put those together/);
    await start({ GOALPOST_ACCEPT_MISMATCH: accept });
    await stop();
    await start();
  });

  it('takes a folder of an earlier version, which notes nothing', async () => {
    const api = await start();
    const counter = await api.createCounter();
    await makeGoal(api, counter, 'order');
    await reach(server?.url ?? '', { counter, visitor: newVisitorId() }, 'order');
    await server?.flushed();
    await stop();
    const { DatabaseSync } = await import('node:sqlite');
    const records = new DatabaseSync(at('data/records.db'));
    records.exec(`DROP TABLE installation; DROP TABLE retired_counters; ALTER TABLE goals DROP COLUMN fields;
      DELETE FROM migrations WHERE name >= '0009'`);
    records.close();
    await rm(at('data/journal/installation'));
    const { openOlap } = await import('../../packages/server/src/stores/olap/open.ts');
    const { olap, ready } = openOlap({ dataDir: at('data'), clickhouseUrl: null });
    await ready();
    await olap.command('DROP TABLE installation SYNC');
    await olap.command(`DELETE FROM migrations WHERE id = '0003-installation'`);
    await olap.close();
    await start();
  });
});

describe('PostgreSQL and a ClickHouse server', () => {
  let clickHouse: TestClickHouse;
  let postgres: TestPostgres;
  beforeAll(async () => {
    [clickHouse, postgres] = await Promise.all([startTestClickHouse(), startTestPostgres()]);
  });
  afterAll(() => Promise.all([clickHouse.close(), postgres.close()]));
  const stores = (databaseUrl: string, name: string) => ({
    GOALPOST_DATABASE_URL: databaseUrl,
    GOALPOST_CLICKHOUSE_URL: new URL(`/${name}`, clickHouse.url).href,
  });

  it('tells of new records, of an analytics store of another, and goes on above its numbers', async () => {
    const [one, other] = [await postgres.database(), await postgres.database()];
    const api = await start(stores(one, 'first'));
    const counter = await api.createCounter();
    const goal = await makeGoal(api, counter, 'order');
    await reach(server?.url ?? '', { counter, visitor: newVisitorId() }, 'order');
    await server?.flushed();
    await stop();

    expect((await refusal(stores(one, 'second'))).said).toMatch(
      /^The analytics store .*second is older than/,
    );
    await rm(at('data'), { ...REMOVE, force: false });
    const { said, accept } = await refusal(stores(other, 'first'));
    expect(said).toMatch(/belong to different installations|is older than the analytics store/);
    expect(said).not.toContain('password');
    const accepted = await start({ ...stores(other, 'first'), GOALPOST_ACCEPT_MISMATCH: accept });
    expect(await makeGoal(accepted, await accepted.createCounter(), 'order')).toBeGreaterThan(goal);
    await stop();
    await start(stores(other, 'first'));
  });

  it('tells of a data folder that is older than both', async () => {
    const environment = stores(await postgres.database(), 'third');
    await start(environment);
    await stop();
    await copy('data', 'yesterday');
    await start(environment);
    await stop();
    await copy('yesterday', 'data');
    expect((await refusal(environment)).said).toMatch(/^The journal .* is older than the records database/);
  });
});
