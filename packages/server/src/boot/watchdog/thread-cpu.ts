/** CPU time of one thread, asked from another: on a busy machine the time on the wall says nothing. */
import { readFileSync, readlinkSync } from 'node:fs';

/** The system's number of the calling thread; 0 where the system does not tell. */
export function threadNumber(): number {
  try {
    // `<process>/task/<thread>`
    return Number(readlinkSync('/proc/thread-self').split('/').at(-1)) || 0;
  } catch {
    return 0;
  }
}

export interface CpuClock {
  /** Milliseconds. */
  now(): number;
  /** How much more than the thread's own it may count: the limit is taken so many times. */
  readonly slack: number;
}

/** Of POSIX systems, nearly all count in hundredths of a second. */
const TICK_MS = 10;
/** Where only the whole process can be asked, other threads and the collector's helpers count, too. */
const PROCESS_SLACK = 3;

export function cpuClockOf(thread: number): CpuClock {
  for (const read of [fromSchedule, fromStatus]) {
    try {
      read(thread);
      return { now: () => read(thread), slack: 1 };
    } catch {
      // The system tells it in another way, or not at all.
    }
  }
  return {
    now() {
      const { user, system } = process.cpuUsage();
      return (user + system) / 1_000;
    },
    slack: PROCESS_SLACK,
  };
}

/** Linux: nanoseconds on the CPU, first of three numbers. */
function fromSchedule(thread: number): number {
  return numberOf(readFileSync(`/proc/self/task/${thread}/schedstat`, 'latin1').split(' ')[0]) / 1e6;
}

/** Linux built without that: user and system time in ticks, behind a name that may hold anything. */
function fromStatus(thread: number): number {
  const text = readFileSync(`/proc/self/task/${thread}/stat`, 'latin1');
  const fields = text.slice(text.lastIndexOf(')') + 2).split(' ');
  return (numberOf(fields[11]) + numberOf(fields[12])) * TICK_MS;
}

function numberOf(text: string | undefined): number {
  const value = Number.parseInt(text ?? '', 10);
  if (Number.isNaN(value)) throw new Error('no number stands where the CPU time is');
  return value;
}
