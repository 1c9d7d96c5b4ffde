/** Which of the watched threads is stuck, by its beats and its own CPU time. */
import type { BoardReader } from './board.ts';
import { createStallMeter, type Sign } from './stall.ts';
import type { CpuClock } from './thread-cpu.ts';

export interface Looked {
  readonly name: string;
  readonly main: boolean;
  readonly board: BoardReader;
  /** Null until its first beat, by which it has said which thread it is. */
  cpu: { readonly clock: CpuClock; readonly stalledFor: (sign: Sign) => number | null } | null;
}

export interface LookOut {
  add(thread: Pick<Looked, 'name' | 'main' | 'board'>): void;
  main(): Looked | undefined;
  /** @returns one that is stuck, with its CPU time without a beat; null: none is */
  look(): { readonly stuck: Looked; readonly cpuMs: number } | null;
}

/** @param limitMs CPU time without a beat */
export function createLookOut(limitMs: number, clockOf: (thread: number) => CpuClock): LookOut {
  let watched: readonly Looked[] = [];

  function stalledFor(one: Looked): number | null {
    const beats = one.board.beats();
    if (one.cpu === null) {
      if (beats === 0) return null;
      const clock = clockOf(one.board.thread());
      one.cpu = { clock, stalledFor: createStallMeter(limitMs * clock.slack) };
    }
    return one.cpu.stalledFor({ beats, cpuMs: one.cpu.clock.now() });
  }

  return {
    add: (thread) => void (watched = [...watched, { ...thread, cpu: null }]),
    main: () => watched.find(({ main }) => main),
    look() {
      for (const one of watched) {
        try {
          const cpuMs = stalledFor(one);
          if (cpuMs !== null) return { stuck: one, cpuMs };
        } catch (error) {
          if (!hasEnded(error)) throw error;
          watched = watched.filter((other) => other !== one);
        }
      }
      return null;
    },
  };
}

/** The system knows no such thread any more: it may end before the watchdog does. */
const hasEnded = (error: unknown): boolean =>
  ['ENOENT', 'ESRCH'].includes((error as NodeJS.ErrnoException).code ?? '');
