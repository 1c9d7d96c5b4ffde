/** Closed segments that are not stored yet, and the callers that wait until they are. */
import type { ClosedSegment } from '../journal/journal.ts';
import { Stopped } from '../../kit/retry.ts';

export interface Backlog {
  /** In order of numbers. */
  add(segment: ClosedSegment): void;
  first(): ClosedSegment | undefined;
  /** All segments up to this one are stored. */
  settle(through: number): void;
  /** Resolves when the segment and all before it are stored. @throws Stopped, also where processing has ended */
  settled(number: number): Promise<void>;
  bytes(): number;
  segments(): number;
  /** Nothing more will be stored. */
  end(): void;
}

/** @param settledThrough all segments up to this one are stored already */
export function createBacklog(settledThrough: number): Backlog {
  const queue: ClosedSegment[] = [];
  const waiting = new Set<{ number: number; done: PromiseWithResolvers<void> }>();
  let stored = settledThrough;
  let bytes = 0;
  let ended = false;

  return {
    add(segment) {
      queue.push(segment);
      bytes += segment.bytes;
    },
    first: () => queue[0],
    settle(through) {
      stored = Math.max(stored, through);
      for (let first = queue[0]; first !== undefined && first.number <= stored; first = queue[0]) {
        queue.shift();
        bytes -= first.bytes;
      }
      for (const waiter of waiting) {
        if (waiter.number > stored) continue;
        waiting.delete(waiter);
        waiter.done.resolve();
      }
    },
    settled(number) {
      if (number <= stored) return Promise.resolve();
      if (ended) return Promise.reject(new Stopped());
      const done = Promise.withResolvers<void>();
      waiting.add({ number, done });
      return done.promise;
    },
    bytes: () => bytes,
    segments: () => queue.length,
    end() {
      ended = true;
      for (const { done } of waiting) done.reject(new Stopped());
      waiting.clear();
    },
  };
}
