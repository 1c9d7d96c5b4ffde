/** The watched side in a worker thread: beats, and writes what it works on. */
import type { Label, Watched } from '../../kit/watched.ts';
import { type Board, writeOn } from './board.ts';
import { threadNumber } from './thread-cpu.ts';

/** Plain data, to be handed to a worker thread. */
export interface WatchedThread {
  readonly board: Board;
  readonly beatEveryMs: number;
  readonly labels: readonly (readonly [text: string, label: Label])[];
}

/** To be called in the thread itself; it beats for as long as its event loop turns. */
export function watchedBy({ board, beatEveryMs, labels }: WatchedThread): Watched {
  const writer = writeOn(board);
  const known = new Map(labels);
  writer.introduce(threadNumber());
  writer.beat();
  setInterval(writer.beat, beatEveryMs).unref();
  return { ...writer, label: (text) => known.get(text) ?? 0 };
}
