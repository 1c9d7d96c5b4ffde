/** Marks stored work as done, in batches and a moment later. What a crash leaves unmarked is done again. */
import type { FaultLog } from '../log.ts';

export interface DoneMarks<Id> {
  add(ids: readonly Id[]): void;
  /** Marks what is left. */
  close(): Promise<void>;
}

export interface DoneMarksDeps<Id> {
  mark(ids: readonly Id[]): Promise<void>;
  readonly log: FaultLog;
  /** What is logged where it cannot be marked yet. */
  readonly failed: string;
}

const EVERY_MS = 250;
const RETRY_MS = 2_000;

export function createDoneMarks<Id>({ mark, log, failed }: DoneMarksDeps<Id>): DoneMarks<Id> {
  const done: Id[] = [];
  let timer: NodeJS.Timeout | undefined;
  let closed = false;

  async function markAll(): Promise<void> {
    clearTimeout(timer);
    timer = undefined;
    const some = done.splice(0);
    try {
      await mark(some);
    } catch (error) {
      log.warn({ error: String(error) }, failed);
      done.push(...some);
      later(RETRY_MS);
    }
  }

  function later(ms: number): void {
    if (!closed) timer ??= setTimeout(() => void markAll(), ms).unref();
  }

  return {
    add(ids) {
      if (ids.length === 0) return;
      done.push(...ids);
      later(EVERY_MS);
    },
    async close() {
      closed = true;
      await markAll();
    },
  };
}
