/** Keeps everyone away from the analytics store until its tables are up to date, and brings them there. */
import { setTimeout as wait } from 'node:timers/promises';
import { OlapUnavailable, type Olap } from '../kit/olap.ts';
import { type ClickHouseTarget, EngineUnloadable, migrateOlap, type OpenOlap } from '../stores/olap/index.ts';
import { NewerTables } from '../kit/newer-tables.ts';
import { CannotStart } from './cannot-start.ts';
import type { Logger } from './log.ts';

const PATIENCE_MS = 5_000;
const RETRY_AFTER_MS = [250, 500, 1_000, 2_000, 5_000];

export interface OlapGate {
  /** The store; `OlapUnavailable` while its tables are not there. */
  readonly olap: Olap;
  /**
   * Resolves when the store is open, does not answer, or has not been looked at in time; what becomes of it later is
   * logged. @throws what `meet` throws
   */
  looked(withinMs: number): Promise<void>;
  isOpen(): boolean;
  /** For another thread's own client, which may use it once `ready` resolves. */
  readonly target: ClickHouseTarget;
  /** @throws OlapUnavailable while the store's tables are not there */
  ready(): Promise<void>;
  /** Resolves with a sentence where this program must not use the store. */
  readonly refused: Promise<string>;
  /** Stops trying, then closes the store. */
  close(): Promise<void>;
}

export interface OlapGateOptions {
  /** How long a caller waits for a store that is just starting, before it is told that there is none. */
  readonly patienceMs?: number;
  /** Looks at the store before any other caller may. What it throws as `CannotStart` closes the store for good. */
  readonly meet?: (olap: Olap) => Promise<void>;
}

export function createOlapGate(
  store: OpenOlap,
  log: Pick<Logger, 'warn' | 'error'>,
  { patienceMs = PATIENCE_MS, meet = () => Promise.resolve() }: OlapGateOptions = {},
): OlapGate {
  const { olap } = store;
  const stop = new AbortController();
  const refused = Promise.withResolvers<string>();
  let open = false;
  let refusal: CannotStart | null = null;
  const first = Promise.withResolvers<void>();
  first.promise.catch(() => undefined);
  const gate = async (): Promise<void> => {
    for (let attempt = 0; !stop.signal.aborted; attempt += 1) {
      try {
        await store.ready();
        await migrateOlap(olap);
        await meet(olap);
        open = true;
        first.resolve();
        return;
      } catch (error) {
        if (stop.signal.aborted) return;
        if (
          error instanceof NewerTables ||
          error instanceof EngineUnloadable ||
          error instanceof CannotStart
        ) {
          refusal = error instanceof CannotStart ? error : new CannotStart(error.message);
          first.reject(refusal);
          if (error !== refusal) refused.resolve(error.message);
          else log.error({}, `${error.message} Until then reports are closed, and hits wait in the journal.`);
          return;
        }
        first.resolve();
        const pause = RETRY_AFTER_MS[Math.min(attempt, RETRY_AFTER_MS.length - 1)] ?? 0;
        const unreachable = error instanceof OlapUnavailable;
        log.warn(
          { err: error },
          unreachable ? 'the analytics store does not answer yet' : 'its tables could not be made',
        );
        await wait(pause, undefined, { signal: stop.signal }).catch(() => undefined);
      }
    }
  };
  const migrated = gate();
  const opened = async (): Promise<Olap> => {
    if (!open) await Promise.race([migrated, wait(patienceMs, undefined, { ref: false })]);
    if (refusal !== null) throw new OlapUnavailable(refusal.message);
    if (!open) throw new OlapUnavailable('the analytics store is not ready yet');
    return olap;
  };
  return {
    olap: {
      query: async (...query) => (await opened()).query(...query),
      insert: async (...rows) => (await opened()).insert(...rows),
      command: async (...statement) => (await opened()).command(...statement),
      healthy: async () => open && olap.healthy(),
      close: () => olap.close(),
    },
    async looked(withinMs) {
      await Promise.race([first.promise, wait(withinMs, undefined, { ref: false })]);
    },
    isOpen: () => open,
    target: store.target,
    ready: async () => void (await opened()),
    refused: refused.promise,
    close: async () => {
      stop.abort();
      // An engine that never starts would be waited for without end.
      await olap.close();
    },
  };
}
