/**
 * Runs requests on chDB. Every request has a session of its own (0.3 ms to open), so that no setting,
 * parameter or current database outlives it.
 */
import { Session } from 'chdb';
import { setTimeout as pause } from 'node:timers/promises';
import { join } from 'node:path';
import { createGate } from './gate.ts';
import { openIncoming } from './incoming.ts';
import { baseSettings, engineArguments, type EngineLimits } from './limits.ts';
import type { EngineRequest } from './request.ts';
import {
  insertFile,
  insertTarget,
  quote,
  requireJsonLines,
  setStatement,
  singleStatement,
  useStatement,
} from './statement.ts';

export interface EngineAnswer {
  readonly bytes: Uint8Array;
  readonly rowsWritten: number;
  readonly rowsRead: number;
}

export interface Executor {
  execute(request: EngineRequest, signal: AbortSignal): Promise<EngineAnswer>;
  /** Resolves when the engine answers a query, however many others are waiting. */
  ping(): Promise<void>;
  /** Stops what runs, waits for it, and lets go of the folder. */
  close(): Promise<void>;
}

export const DATABASE = 'goalpost';
const KILL_AGAIN_MS = 50;
/** What the engine reads unless told otherwise is 262,144 bytes, with what is bound. */
const USUAL_BYTES = 200_000;
const MOST_BYTES = 16 * 1024 * 1024;

/** @throws if the folder cannot be opened or is held by another process */
export async function createExecutor(folder: string, limits: EngineLimits): Promise<Executor> {
  const keeper = new Session(folder, { connectionArgs: engineArguments(limits) });
  await keeper.queryAsync(`CREATE DATABASE IF NOT EXISTS ${DATABASE} ENGINE = Atomic`);
  const incoming = await openIncoming(join(folder, 'incoming'));
  const base = baseSettings(limits);
  const reads = createGate(limits.reads);
  const writes = createGate(limits.writes);
  const running = new Set<Promise<unknown>>();
  let closing = false;

  async function session<T>(work: (session: Session) => Promise<T>): Promise<T> {
    const own = new Session(folder);
    try {
      return await work(own);
    } finally {
      own.close();
    }
  }

  /** ASYNC: with SYNC the engine waits for a victim that in turn waits for this event loop. */
  const kill = (condition: string): Promise<unknown> =>
    session((own) => own.queryAsync(`KILL QUERY WHERE ${condition} ASYNC`));

  async function perform(request: EngineRequest, own: Session): Promise<EngineAnswer> {
    const database = request.database ?? DATABASE;
    const before = `${useStatement(database)}; ${setStatement({
      ...base,
      ...request.settings,
      log_comment: request.queryId,
    })}`;
    if (request.rows) {
      const { table, isBinary } = insertTarget(request.sql);
      await own.queryAsync(before);
      if (isBinary) {
        await incoming.hold(request.rows, (path) => own.queryAsync(insertFile(table, path)));
        return { bytes: new Uint8Array(), rowsWritten: 0, rowsRead: 0 };
      }
      requireJsonLines(request.rows);
      const done = await own.insert({ table, values: request.rows, format: 'JSONEachRow' });
      return { bytes: new Uint8Array(), rowsWritten: done.rowsWritten, rowsRead: 0 };
    }
    const statement = singleStatement(request.sql);
    // Apart and before: the engine judges the length of all that comes together by what held until then.
    if (Buffer.byteLength(before) + Buffer.byteLength(statement) > USUAL_BYTES)
      await own.queryAsync(`SET max_query_size = ${MOST_BYTES}`);
    const result = await own.queryAsync(`${before}; ${statement}`, { format: request.format });
    return { bytes: result.bytes(), rowsWritten: 0, rowsRead: result.rowsRead };
  }

  /** Again and again until the work ends: a query can be killed only once the engine has begun it. */
  async function stop(queryId: string, ended: () => boolean): Promise<void> {
    while (!ended()) {
      await kill(`Settings['log_comment'] = ${quote(queryId)}`).catch(() => {});
      await pause(KILL_AGAIN_MS);
    }
  }

  async function execute(request: EngineRequest, signal: AbortSignal): Promise<EngineAnswer> {
    if (closing) throw new Error('Code: 236. DB::Exception: shutting down. (ABORTED)');
    signal.throwIfAborted();
    let hasEnded = false;
    const onAbort = (): void => void stop(request.queryId, () => hasEnded);
    signal.addEventListener('abort', onAbort, { once: true });
    try {
      return await session((own) => perform(request, own));
    } finally {
      hasEnded = true;
      signal.removeEventListener('abort', onAbort);
    }
  }

  return {
    execute(request, signal) {
      const gate = request.rows ? writes : reads;
      const work = gate.run(() => execute(request, signal));
      running.add(work);
      const forget = (): void => void running.delete(work);
      work.then(forget, forget);
      return work;
    },
    async ping() {
      await session((own) => own.queryAsync('SELECT 1'));
    },
    async close() {
      closing = true;
      const ended = Promise.allSettled(running);
      await kill(`Settings['log_comment'] != ''`).catch(() => {});
      await ended;
      keeper.close();
    },
  };
}
