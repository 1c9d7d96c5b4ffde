/** Keeps everyone away from the analytics store until its tables are up to date, and brings them there. */
import { setTimeout as wait } from 'node:timers/promises';
import { OlapUnavailable, type Olap } from '../kit/olap.ts';
import { migrateOlap, type OpenOlap } from '../stores/olap/index.ts';
import type { Logger } from './log.ts';

const PATIENCE_MS = 5_000;
const RETRY_AFTER_MS = [250, 500, 1_000, 2_000, 5_000];

export interface OlapGate {
  /** The store; `OlapUnavailable` while its tables are not there. */
  readonly olap: Olap;
  /** Stops trying, then closes the store. */
  close(): Promise<void>;
}

/** @param patienceMs how long a caller waits for a store that is just starting, before it is told that there is none */
export function createOlapGate(
  store: OpenOlap,
  log: Pick<Logger, 'warn'>,
  patienceMs = PATIENCE_MS,
): OlapGate {
  const { olap } = store;
  const stop = new AbortController();
  let open = false;
  const gate = async (): Promise<void> => {
    for (let attempt = 0; !stop.signal.aborted; attempt += 1) {
      try {
        await store.ready();
        await migrateOlap(olap);
        open = true;
        return;
      } catch (error) {
        if (stop.signal.aborted) return;
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
    close: async () => {
      stop.abort();
      // An engine that never starts would be waited for without end.
      await olap.close();
    },
  };
}
