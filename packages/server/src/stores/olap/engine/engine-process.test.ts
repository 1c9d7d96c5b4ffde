/** The engine's process: its death and return, and what it refuses. */
import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, statSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import http from 'node:http';
import os from 'node:os';
import path from 'node:path';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { afterEach, describe, expect, it } from 'vitest';
import { createOlap } from '../clickhouse.ts';
import { migrateOlap } from '../migrate.ts';
import { OlapUnavailable, type Olap } from '../../../kit/olap.ts';
import { hitRow, lines } from '../test-rows.ts';
import { identify } from './identity.ts';
import { startEngineProcess, type EngineProcess, type EngineProcessOptions } from './engine-process.ts';

const PARENT = fileURLToPath(new URL('test-parent.ts', import.meta.url));
const QUICK = { lookEvery: 5_000, answerWithin: 10_000, patience: 300 };
const MEMORY_BYTES = 1024 ** 3;

interface Running {
  readonly engine: EngineProcess;
  readonly olap: Olap;
}

const leftToClose: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const close of leftToClose.splice(0).toReversed()) await close();
});

async function folder(under = os.tmpdir()): Promise<string> {
  const made = await mkdtemp(path.join(under, 'goalpost-engine-'));
  leftToClose.push(() => rm(made, { recursive: true, force: true }));
  return made;
}

async function start(dataDir: string, options: Partial<EngineProcessOptions> = {}): Promise<Running> {
  const engine = startEngineProcess({ dataDir, memoryBytes: MEMORY_BYTES, ...options });
  leftToClose.push(() => engine.close());
  await engine.ready();
  const olap = createOlap({ url: 'http://engine', socketPath: engine.socketPath });
  leftToClose.push(() => olap.close());
  return { engine, olap };
}

const isAlive = (pid: number | undefined): boolean => pid !== undefined && identify(pid) !== null;

function kill(pid: number | undefined, signal: NodeJS.Signals = 'SIGKILL'): void {
  if (pid !== undefined) process.kill(pid, signal);
}

/** Until the store takes it, as the processor does. */
async function insistently(engine: EngineProcess, work: () => Promise<void>): Promise<void> {
  for (;;) {
    try {
      await work();
      return;
    } catch (error) {
      if (!(error instanceof OlapUnavailable)) throw error;
      await engine.ready();
    }
  }
}

async function raw(
  engine: EngineProcess,
  address: string,
  body: string,
): Promise<{ status: number; body: string }> {
  const request = http.request({
    socketPath: engine.socketPath,
    path: address,
    method: 'POST',
    agent: false,
  });
  request.end(body);
  const [response] = (await once(request, 'response')) as [http.IncomingMessage];
  return { status: response.statusCode ?? 0, body: await text(response) };
}

describe('the engine', () => {
  it('comes back after kill -9 with all it acknowledged, and calls fail fast meanwhile', async () => {
    const reasons: string[] = [];
    const { engine, olap } = await start(await folder(), {
      events: { down: (reason) => reasons.push(reason) },
    });
    await migrateOlap(olap);
    await olap.insert('hits', lines([hitRow()]), 'before');
    const first = engine.pid();
    kill(first);
    await expect(olap.query('SELECT 1', {})).rejects.toBeInstanceOf(OlapUnavailable);
    await insistently(engine, () => olap.insert('hits', lines([hitRow()]), 'before'));
    await insistently(engine, () => olap.insert('hits', lines([hitRow()]), 'after'));
    expect(await olap.query('SELECT count() AS n FROM hits', {})).toEqual([{ n: '2' }]);
    expect(engine.pid()).not.toBe(first);
    expect(reasons).toEqual(['SIGKILL']);
  });

  it('rejects what was running when it died', async () => {
    const { engine, olap } = await start(await folder());
    const query = olap.query('SELECT sleepEachRow(0.1) FROM numbers(300) SETTINGS max_block_size = 1', {});
    const rejected = expect(query).rejects.toBeInstanceOf(OlapUnavailable);
    await olap.query('SELECT 1', {});
    kill(engine.pid());
    await rejected;
  });

  it('stores every batch exactly once through kills at any moment and replays', async () => {
    const { engine, olap } = await start(await folder());
    await migrateOlap(olap);
    const month = 31 * 86_400;
    const batch = (segment: number): string =>
      lines(
        Array.from({ length: 40 }, (_, n) =>
          hitRow({ hit_id: String(segment * 100 + n), segment, at: 1_790_000_000 + (n % 2) * month }),
        ),
      );
    let acknowledged = 0;
    let kills = 0;
    for (let segment = 0; segment < 40; segment += 1) {
      const killing = segment % 10 === 5;
      const insert = olap.insert('hits', batch(segment), `seg-${segment}-hits`);
      insert.then(
        () => (acknowledged += 1),
        () => {},
      );
      if (killing) {
        if (segment % 20 === 5) await insert;
        kill(engine.pid());
        kills += 1;
      }
      await insert.catch(() => {});
      // The journal is replayed from some way back.
      for (let back = killing ? Math.max(0, segment - 5) : segment; back <= segment; back += 1) {
        await insistently(engine, () => olap.insert('hits', batch(back), `seg-${back}-hits`));
      }
    }
    expect(kills).toBe(4);
    expect(acknowledged).toBeGreaterThanOrEqual(38);
    const sql = 'SELECT count() AS n, uniqExact(hit_id) AS u, uniqExact(segment) AS s FROM hits';
    expect(await olap.query(sql, {})).toEqual([{ n: '1600', u: '1600', s: '40' }]);
  });

  it('is started again when it hangs', async () => {
    const { engine, olap } = await start(await folder(), {
      watch: { ...QUICK, lookEvery: 50, answerWithin: 1_000 },
    });
    const hung = engine.pid();
    kill(hung, 'SIGSTOP');
    await expect.poll(() => engine.pid() !== hung && engine.pid() !== undefined).toBe(true);
    await engine.ready();
    expect(await olap.query('SELECT 1 AS x', {})).toEqual([{ x: 1 }]);
  });

  it('ends when it is asked to, and leaves nothing behind', async () => {
    const dataDir = await folder();
    const { engine, olap } = await start(dataDir);
    const pid = engine.pid();
    const running = olap.query('SELECT sleepEachRow(0.1) FROM numbers(300) SETTINGS max_block_size = 1', {});
    const rejected = expect(running).rejects.toBeInstanceOf(OlapUnavailable);
    await olap.query('SELECT 1', {});
    await engine.close();
    await rejected;
    expect(isAlive(pid)).toBe(false);
    expect(existsSync(engine.socketPath)).toBe(false);
    expect(existsSync(path.join(dataDir, 'olap.pid'))).toBe(false);
    await expect(olap.query('SELECT 1', {})).rejects.toBeInstanceOf(OlapUnavailable);
  });

  it('tells those who wait for it when it is closed first', async () => {
    const engine = startEngineProcess({ dataDir: await folder(), memoryBytes: MEMORY_BYTES });
    const waiting = expect(engine.ready()).rejects.toBeInstanceOf(OlapUnavailable);
    await engine.close();
    await waiting;
    await expect(engine.ready()).rejects.toBeInstanceOf(OlapUnavailable);
  });

  it('survives a query that wants more memory than there is', async () => {
    const { engine, olap } = await start(await folder());
    const pid = engine.pid();
    const greedy = 'SELECT length(groupArray(number)) FROM numbers(300000000)';
    await expect(olap.query(greedy, {})).rejects.toMatchObject({ code: '241' });
    expect(await olap.query('SELECT 1 AS x', {})).toEqual([{ x: 1 }]);
    expect(engine.pid()).toBe(pid);
  });
});

describe('the engine’s parent', () => {
  async function startParent(dataDir: string): Promise<{ parent: ChildProcess; enginePid: number }> {
    const parent = fork(PARENT, [dataDir]);
    leftToClose.push(async () => parent.kill('SIGKILL'));
    const [enginePid] = (await once(parent, 'message')) as [number];
    return { parent, enginePid };
  }

  it('takes the engine with it when it is killed, and the next starts at once', async () => {
    const dataDir = await folder();
    for (let n = 0; n < 3; n += 1) {
      const { parent, enginePid } = await startParent(dataDir);
      kill(parent.pid);
      const next = await start(dataDir);
      expect(await next.olap.query('SELECT 1 AS x', {})).toEqual([{ x: 1 }]);
      expect(isAlive(enginePid)).toBe(false);
      await next.engine.close();
    }
  });

  it('ends an engine that hung when its parent was killed', async () => {
    const dataDir = await folder();
    const { parent, enginePid } = await startParent(dataDir);
    kill(enginePid, 'SIGSTOP');
    kill(parent.pid);
    const next = await start(dataDir, { watch: QUICK });
    expect(await next.olap.query('SELECT 1 AS x', {})).toEqual([{ x: 1 }]);
    expect(isAlive(enginePid)).toBe(false);
  });

  it('leaves alone the engine of another server that is running', async () => {
    const dataDir = await folder();
    const { parent, enginePid } = await startParent(dataDir);
    const refused = Promise.withResolvers<string>();
    const second = startEngineProcess({
      dataDir,
      watch: QUICK,
      events: { down: (reason) => refused.resolve(reason) },
    });
    leftToClose.push(() => second.close());
    expect(await refused.promise).toContain(`another Goalpost (process ${parent.pid})`);
    expect(isAlive(enginePid)).toBe(true);
  });
});

describe('the engine’s socket', () => {
  it('is its user’s alone, in the data folder or, where that is too deep, beside the temporary files', async () => {
    const shallow = await folder();
    const { engine } = await start(shallow);
    expect(path.dirname(engine.socketPath)).toBe(shallow);
    expect(statSync(engine.socketPath).mode & 0o077).toBe(0);

    const deep = await folder(await folder(await folder(await folder(await folder()))));
    const other = await start(deep);
    expect(Buffer.byteLength(other.engine.socketPath)).toBeLessThanOrEqual(100);
    expect(statSync(path.dirname(other.engine.socketPath)).mode & 0o777).toBe(0o700);
    expect(statSync(other.engine.socketPath).mode & 0o077).toBe(0);
    expect(await other.olap.healthy()).toBe(true);
  });

  it('takes no second statement, in a query, in rows or in a setting', async () => {
    const { engine, olap } = await start(await folder());
    await migrateOlap(olap);
    const insert = `/?query=${encodeURIComponent('INSERT INTO hits FORMAT JSONEachRow')}`;
    const answers = [
      await raw(engine, '/', 'SELECT 1; DROP TABLE hits'),
      await raw(engine, '/', 'INSERT INTO hits FORMAT JSONEachRow {"counter_id":1}; DROP TABLE hits'),
      await raw(engine, insert, '{"counter_id":1}\n;DROP TABLE hits'),
      await raw(engine, insert, '{"counter_id":1}\n\nDROP TABLE hits\n'),
      await raw(engine, `/?query=${encodeURIComponent('SELECT 1')}`, '; DROP TABLE hits'),
      await raw(
        engine,
        `/?${new URLSearchParams({ 'a=1; DROP TABLE hits; SET b': '1' }).toString()}`,
        'SELECT 1',
      ),
      await raw(
        engine,
        `/?${new URLSearchParams({ database: 'goalpost; DROP TABLE hits' }).toString()}`,
        'SELECT 1',
      ),
      await raw(
        engine,
        `/?${new URLSearchParams({ max_threads: "1'; DROP TABLE hits; --" }).toString()}`,
        'SELECT 1',
      ),
    ];
    expect(answers.map((answer) => answer.status)).toEqual(answers.map(() => 500));
    for (const { body } of answers) expect(body).toMatch(/^Code: \d+\. DB::Exception: /);
    expect(await olap.query('SELECT count() AS n FROM hits', {})).toEqual([{ n: '0' }]);
  });

  it('lets no setting outlive its request', async () => {
    const { engine } = await start(await folder());
    const settings = new URLSearchParams({ max_block_size: '7', param_x: 'left', readonly: '2' });
    expect((await raw(engine, `/?${settings.toString()}`, "SELECT getSetting('max_block_size')")).body).toBe(
      '7\n',
    );
    for (let n = 0; n < 10; n += 1) {
      expect((await raw(engine, '/', "SELECT getSetting('max_block_size') != 7")).body).toBe('1\n');
      expect((await raw(engine, '/', 'SELECT {x:String}')).body).toContain('Code: 456');
    }
  });
});
