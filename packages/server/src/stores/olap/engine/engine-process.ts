/**
 * The parent's side of the embedded engine: starts its process, checks it, starts it again, stops it.
 */
import { spawn, type ChildProcess } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import http from 'node:http';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { OlapUnavailable } from '../../../kit/olap.ts';
import { doubling, pause, pauseAfter } from '../../../kit/retry.ts';
import type { EngineOptions } from './engine-options.ts';
import { identify } from './identity.ts';
import { defaultLimits } from './limits.ts';
import { clearAfterEngine, pidFileOf, writePidFile } from './pid-file.ts';
import { outlivePredecessor, strangerAt } from './predecessor.ts';
import { engineSocketPath } from './socket-path.ts';
import { EngineUnloadable, isUnloadable, LOADED } from './unloadable.ts';

/** The engine's program. */
export const ENGINE_PROGRAM = fileURLToPath(new URL('main.ts', import.meta.url));
const READY_WITHIN_MS = 120_000;
const STOP_WITHIN_MS = 10_000;
/** After its kill; a process in the middle of a disk's answer may stay for longer than a start should wait. */
const GONE_WITHIN_MS = 5_000;
const RESTART_AFTER_MS = doubling(100, 10_000);
/** After this long a run was a good one, and the next restart is quick again. */
const GOOD_RUN_MS = 60_000;
const MISSES_ALLOWED = 3;
/** Starts that end while the library loads, before the engine is given up; memory may be short once. */
const LOADS_TRIED = 3;
const CLOSED = 'The embedded engine was closed.';

/** How closely the engine is watched; milliseconds. */
export interface EngineWatch {
  readonly lookEvery: number;
  readonly answerWithin: number;
  /** For an engine left over from an earlier run to end; it gives itself five seconds. */
  readonly patience: number;
}
const WATCH: EngineWatch = { lookEvery: 5_000, answerWithin: 10_000, patience: 6_000 };

export interface EngineEvents {
  /** The engine ended without being asked to; it is started again after `backoffMs`. */
  down(reason: string, backoffMs: number): void;
  up(pid: number): void;
  /** An engine of an earlier run, whose server is gone, had to be killed. */
  orphanKilled(pid: number): void;
}

export interface EngineProcess {
  readonly socketPath: string;
  /**
   * Resolves when the engine answers, however often it must be started; rejects once it is closed.
   * @throws EngineUnloadable where it has never run, and its library does not load
   */
  ready(): Promise<void>;
  /** The process now running, if any. */
  pid(): number | undefined;
  close(): Promise<void>;
}

export interface EngineProcessOptions {
  /** Absolute; the engine's own folder is `olap` within. */
  readonly dataDir: string;
  readonly memoryBytes?: number;
  readonly events?: Partial<EngineEvents>;
  readonly watch?: EngineWatch;
  /** Arguments of Node that start the engine's program. */
  readonly program?: readonly string[];
}

/** All but the server's own settings: some are secret, and the engine needs none. */
function engineEnvironment(): NodeJS.ProcessEnv {
  const kept = Object.entries(process.env).filter(([name]) => !/^(GOALPOST_|NODE_OPTIONS$)/.test(name));
  return { ...Object.fromEntries(kept), TZ: 'UTC', UV_THREADPOOL_SIZE: '16' };
}

/** True if the engine behind the socket answers in time. */
export function ping(socketPath: string, withinMs: number, signal?: AbortSignal): Promise<boolean> {
  return new Promise((resolve) => {
    const how = { socketPath, path: '/ping', agent: false, timeout: withinMs, ...(signal && { signal }) };
    const request = http.get(how, (response) => {
      response.resume();
      response.on('end', () => resolve(response.statusCode === 200));
      response.on('error', () => resolve(false));
    });
    request.on('timeout', () => request.destroy());
    request.on('error', () => resolve(false));
  });
}

export function startEngineProcess(config: EngineProcessOptions): EngineProcess {
  const socketPath = engineSocketPath(config.dataDir);
  const pidFile = pidFileOf(config.dataDir);
  const options: EngineOptions = {
    folder: path.join(config.dataDir, 'olap'),
    socketPath,
    limits: defaultLimits(config.memoryBytes),
    niceness: 5,
    server: identify(process.pid) ?? { pid: process.pid, startedAt: '' },
  };
  const place = { folder: options.folder, pidFile, socketPath };
  mkdirSync(options.folder, { recursive: true, mode: 0o700 });

  const watch = config.watch ?? WATCH;
  let child: ChildProcess | undefined;
  let isReady = false;
  let waiting: PromiseWithResolvers<void>[] = [];
  let closing = false;
  let failures = 0;
  /** Starts in a row that ended while the library was loaded; null: it has been loaded. */
  let unloaded: number | null = 0;
  let refusal: EngineUnloadable | null = null;
  const stopLooking = new AbortController();

  function becomeReady(pid: number): void {
    isReady = true;
    config.events?.up?.(pid);
    for (const { resolve } of waiting) resolve();
    waiting = [];
  }

  /** Resolves with the reason when the process has ended. */
  function runOnce(): Promise<string> {
    return new Promise((resolve) => {
      const started = spawn(
        process.execPath,
        [...(config.program ?? [ENGINE_PROGRAM]), JSON.stringify(options)],
        {
          detached: true,
          stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
          env: engineEnvironment(),
        },
      );
      child = started;
      if (started.pid !== undefined) writePidFile(pidFile, started.pid, options.server);
      let lastWords = '';
      started.stderr?.setEncoding('utf8').on('data', (text: string) => {
        lastWords = (lastWords + text).slice(-2_000);
      });
      const tooLate = setTimeout(() => started.kill('SIGKILL'), READY_WITHIN_MS);
      started.on('message', (said) => {
        if (said === LOADED) unloaded = null;
        if (said === LOADED) return;
        clearTimeout(tooLate);
        if (started.pid !== undefined) becomeReady(started.pid);
      });
      started.once('error', (error) => {
        clearTimeout(tooLate);
        resolve(error.message);
      });
      started.once('exit', (code, signal) => {
        clearTimeout(tooLate);
        isReady = false;
        if (child === started) child = undefined;
        clearAfterEngine(pidFile, socketPath);
        if (unloaded !== null && isUnloadable(code, signal)) unloaded += 1;
        const stranger = /lock/i.test(lastWords) ? strangerAt(options.folder) : '';
        resolve(`${signal ?? `exit code ${code}`}${lastWords && `: ${lastWords.trim()}`}${stranger}`);
      });
    });
  }

  function giveUp(why: EngineUnloadable): void {
    refusal = why;
    for (const { reject } of waiting) reject(why);
    waiting = [];
  }

  async function keepRunning(): Promise<void> {
    while (!closing) {
      const startedAt = Date.now();
      let reason: string;
      try {
        await outlivePredecessor(place, watch.patience, {
          signal: stopLooking.signal,
          onKill: (pid) => config.events?.orphanKilled?.(pid),
        });
        reason = closing ? '' : await runOnce();
      } catch (error) {
        reason = error instanceof Error ? error.message : String(error);
      }
      if (closing) return;
      if (unloaded !== null && unloaded >= LOADS_TRIED) return giveUp(new EngineUnloadable(reason));
      failures = Date.now() - startedAt > GOOD_RUN_MS ? 1 : failures + 1;
      const backoffMs = pauseAfter(failures, RESTART_AFTER_MS);
      config.events?.down?.(reason, backoffMs);
      await pause(backoffMs, stopLooking.signal);
    }
  }

  async function keepLooking(): Promise<void> {
    let misses = 0;
    while (!closing) {
      await pause(watch.lookEvery, stopLooking.signal);
      if (closing || !isReady) continue;
      const looked = child;
      misses = (await ping(socketPath, watch.answerWithin, stopLooking.signal)) ? 0 : misses + 1;
      if (misses < MISSES_ALLOWED || looked !== child) continue;
      misses = 0;
      looked?.kill('SIGKILL');
    }
  }

  const running = keepRunning();
  const looking = keepLooking();

  return {
    socketPath,
    ready() {
      if (isReady) return Promise.resolve();
      if (refusal !== null) return Promise.reject(refusal);
      if (closing) return Promise.reject(new OlapUnavailable(CLOSED));
      const answer = Promise.withResolvers<void>();
      waiting.push(answer);
      return answer.promise;
    },
    pid: () => child?.pid,
    async close() {
      closing = true;
      stopLooking.abort();
      for (const { reject } of waiting) reject(new OlapUnavailable(CLOSED));
      waiting = [];
      const last = child;
      last?.kill('SIGTERM');
      const gaveUp = Promise.withResolvers<void>();
      const kill = setTimeout(() => last?.kill('SIGKILL'), STOP_WITHIN_MS);
      const leave = setTimeout(gaveUp.resolve, STOP_WITHIN_MS + GONE_WITHIN_MS);
      await Promise.race([Promise.all([running, looking]), gaveUp.promise]);
      clearTimeout(kill);
      clearTimeout(leave);
    },
  };
}
