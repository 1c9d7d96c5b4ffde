/** Forgets stored happenings that are written down for every webhook: some together, and not at once. */
import type { FaultLog } from '../../kit/log.ts';
import type { ChatStore, StoredHappening } from '../port.ts';

export interface HappeningCleanup {
  /** Forgotten by a crash before, they are written down under the same ids once more, which does nothing. */
  add(happenings: readonly StoredHappening[]): void;
  /** Forgets what is left to be. */
  close(): Promise<void>;
}

const EVERY_MS = 250;
const RETRY_MS = 5_000;

export function createHappeningCleanup(
  store: Pick<ChatStore, 'happeningsTold'>,
  log: FaultLog,
): HappeningCleanup {
  const numbers: number[] = [];
  let timer: NodeJS.Timeout | undefined;
  let closed = false;

  async function forget(): Promise<void> {
    clearTimeout(timer);
    timer = undefined;
    const some = numbers.splice(0);
    try {
      await store.happeningsTold(some);
    } catch (error) {
      log.warn({ error: String(error) }, 'What webhooks were told of is not forgotten yet.');
      numbers.push(...some);
      later(RETRY_MS);
    }
  }

  function later(ms: number): void {
    if (!closed) timer ??= setTimeout(() => void forget(), ms).unref();
  }

  return {
    add(happenings) {
      if (happenings.length === 0) return;
      numbers.push(...happenings.map(({ number }) => number));
      later(EVERY_MS);
    },
    async close() {
      closed = true;
      await forget();
    },
  };
}
