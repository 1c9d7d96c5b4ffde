/** Whatever an earlier engine or server left behind, the next start serves reports, and strangers stay alive. */
import { fork, spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, truncateSync, writeFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, describe, expect, it } from 'vitest';
import { createOlap } from '../clickhouse.ts';
import { startEngineProcess, type EngineEvents } from './engine-process.ts';
import { identify, isRunning, type ProcessIdentity } from './identity.ts';
import { pidFileOf } from './pid-file.ts';
import { outlivePredecessor } from './predecessor.ts';

const here = (name: string): string => fileURLToPath(new URL(name, import.meta.url));
const MEMORY_BYTES = 1024 ** 3;
const WATCH = { lookEvery: 5_000, answerWithin: 10_000, patience: 300 };

const leftToClose: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const close of leftToClose.splice(0).toReversed()) await close();
});

async function dataFolder(): Promise<string> {
  const made = await mkdtemp(path.join(os.tmpdir(), 'goalpost-left-'));
  leftToClose.push(() => rm(made, { recursive: true, force: true }));
  mkdirSync(path.join(made, 'olap'));
  return made;
}

/** Ends with the test, in whatever state it is. */
function kept(child: ChildProcess): ChildProcess {
  const end = once(child, 'exit');
  leftToClose.push(() => {
    child.kill('SIGKILL');
    return end;
  });
  return child;
}

async function stranger(): Promise<ProcessIdentity> {
  const child = kept(spawn('sleep', ['600'], { stdio: 'ignore' }));
  await once(child, 'spawn');
  return identified(child.pid);
}

function identified(pid: number | undefined): ProcessIdentity {
  const identity = pid === undefined ? null : identify(pid);
  if (identity === null) throw new Error(`process ${pid} is gone`);
  return identity;
}

/** A server reduced to its engine, and that engine. */
async function parentAndEngine(
  dataDir: string,
  when: 'ready' | 'early' = 'ready',
): Promise<{ parent: ChildProcess; engine: ProcessIdentity }> {
  const parent = kept(fork(here('test-parent.ts'), [dataDir, when]));
  const [pid] = (await once(parent, 'message')) as [number];
  return { parent, engine: identified(pid) };
}

async function killed(child: ChildProcess): Promise<void> {
  const end = once(child, 'exit');
  child.kill('SIGKILL');
  await end;
}

/** An orphan that holds the folder of `dataDir` and hangs; nothing but its lock leads to it. */
async function hungOrphan(dataDir: string, of = { pid: 1, startedAt: 'never' }): Promise<ProcessIdentity> {
  const told = { folder: path.join(dataDir, 'olap'), socketPath: '', server: of };
  const hung = kept(fork(here('test-hung/main.ts'), [JSON.stringify(told)]));
  await once(hung, 'message');
  return identified(hung.pid);
}

/** @returns the orphans that had to be killed */
async function nextStartServesReports(dataDir: string): Promise<number[]> {
  const killedOrphans: number[] = [];
  const events: Partial<EngineEvents> = { orphanKilled: (pid) => killedOrphans.push(pid) };
  const engine = startEngineProcess({ dataDir, memoryBytes: MEMORY_BYTES, watch: WATCH, events });
  leftToClose.push(() => engine.close());
  await engine.ready();
  const olap = createOlap({ url: 'http://engine', socketPath: engine.socketPath });
  leftToClose.push(() => olap.close());
  expect(await olap.query('SELECT 1 AS x', {})).toEqual([{ x: 1 }]);
  expect(existsSync(pidFileOf(dataDir))).toBe(true);
  return killedOrphans;
}

describe('an engine whose server was killed', () => {
  it('is ended where it has stopped', async () => {
    const dataDir = await dataFolder();
    const { parent, engine } = await parentAndEngine(dataDir);
    process.kill(engine.pid, 'SIGSTOP');
    await killed(parent);
    expect(await nextStartServesReports(dataDir)).toEqual([engine.pid]);
    expect(isRunning(engine)).toBe(false);
  });

  it('is ended where it was just starting', async () => {
    const dataDir = await dataFolder();
    for (const stopped of [false, true]) {
      const { parent, engine } = await parentAndEngine(dataDir, 'early');
      if (stopped) process.kill(engine.pid, 'SIGSTOP');
      await killed(parent);
      await nextStartServesReports(dataDir);
      expect(isRunning(engine)).toBe(false);
      await leftToClose.pop()?.();
      await leftToClose.pop()?.();
    }
  });

  it('is ended where it hangs in its exit, and only the lock names it', async () => {
    const dataDir = await dataFolder();
    const orphan = await hungOrphan(dataDir);
    expect(await nextStartServesReports(dataDir)).toEqual([orphan.pid]);
    expect(isRunning(orphan)).toBe(false);
  });

  it.runIf(process.platform === 'linux')('is found also where its number was wiped out', async () => {
    const dataDir = await dataFolder();
    const orphan = await hungOrphan(dataDir);
    truncateSync(path.join(dataDir, 'olap', 'status'));
    expect(await nextStartServesReports(dataDir)).toEqual([orphan.pid]);
  });

  it('ends by itself, though its thread hangs and no other server comes', async () => {
    for (const args of [
      ['1', 'orphan'],
      ['parent', 'ending'],
    ]) {
      const hung = fork(here('test-guarded.ts'), args);
      expect(await once(hung, 'exit')).toEqual([null, 'SIGKILL']);
    }
  });
});

describe('what only looks like an engine', () => {
  /** Whom the look for left-over engines kills, with no patience. */
  async function lookAt(dataDir: string, pidFile: string, status: string): Promise<number[]> {
    const folder = path.join(dataDir, 'olap');
    const place = { folder, pidFile: pidFileOf(dataDir), socketPath: path.join(dataDir, 'olap.sock') };
    writeFileSync(place.pidFile, pidFile);
    writeFileSync(path.join(folder, 'status'), status);
    writeFileSync(place.socketPath, '');
    const killedOrphans: number[] = [];
    await outlivePredecessor(place, 0, { onKill: (pid) => killedOrphans.push(pid) });
    expect([place.pidFile, place.socketPath].map((left) => existsSync(left))).toEqual([false, false]);
    return killedOrphans;
  }

  it('is left alone where a pid file or a lock names a number that was used again', async () => {
    const dataDir = await dataFolder();
    const other = await stranger();
    for (const startedAt of [other.startedAt, '1']) {
      const owners = { engine: { ...other, startedAt }, server: { pid: 1, startedAt } };
      const status = `PID: ${other.pid}\nStarted at: never\n`;
      expect(await lookAt(dataDir, JSON.stringify(owners), status)).toEqual([]);
      expect(isRunning(other)).toBe(true);
    }
  });

  it('is left alone where it is the engine of another folder', async () => {
    const [dataDir, elsewhere] = [await dataFolder(), await dataFolder()];
    const engine = await hungOrphan(elsewhere);
    const owners = { engine, server: { pid: 1, startedAt: 'never' } };
    expect(await lookAt(dataDir, JSON.stringify(owners), `PID: ${engine.pid}\n`)).toEqual([]);
    expect(isRunning(engine)).toBe(true);
  });

  it.each([
    ['nothing', '', ''],
    ['half a file', '{"engine":{"pi', 'PID: '],
    ['other JSON', '[1, null]', 'PID: 0\n'],
    ['numbers that are none', '{"engine":{"pid":-1,"startedAt":"1"},"server":{"pid":0}}', 'PID: -1\n'],
    ['a number that nobody has', '{"engine":{"pid":4194305,"startedAt":"1"}}', 'PID: 4194305\n'],
  ])('is no hindrance: %s in the pid file and in the lock', async (_, pidFile, status) => {
    expect(await lookAt(await dataFolder(), pidFile, status)).toEqual([]);
  });
});

it('an engine whose server is still there is left alone, and its server named', async () => {
  const dataDir = await dataFolder();
  const server = await stranger();
  const other = await hungOrphan(dataDir, server);
  const refused = Promise.withResolvers<string>();
  const second = startEngineProcess({ dataDir, watch: WATCH, events: { down: refused.resolve } });
  leftToClose.push(() => second.close());
  expect(await refused.promise).toBe(`another Goalpost (process ${server.pid}) uses this data folder`);
  expect(isRunning(other)).toBe(true);
});
