/** The watchdog's own thread: looks at the others twice a second, and ends the process where one is stuck. */
import { writeSync } from 'node:fs';
import { parentPort, workerData } from 'node:worker_threads';
import { createLog } from '../log.ts';
import { type Board, readFrom } from './board.ts';
import { endProcess, interruptMainThread } from './end-process.ts';
import { writeNote, type StallNote } from './note.ts';
import { createLookOut, type Looked } from './look-out.ts';
import { cpuClockOf } from './thread-cpu.ts';

export interface WatchdogSettings {
  readonly dataDir: string;
  /** CPU time without a beat, milliseconds. */
  readonly limitMs: number;
  readonly lookEveryMs: number;
  readonly terminal: boolean;
}

export type ToWatchdog =
  | { readonly watch: string; readonly board: Board; readonly main: boolean }
  | { readonly label: number; readonly text: string };

const { dataDir, limitMs, lookEveryMs, terminal } = workerData as WatchdogSettings;
const names = new Map<number, string>();
const lookOut = createLookOut(limitMs, cpuClockOf);
/** A worker's own output goes through the main thread, which is stuck. */
const output = { isTTY: terminal, write: (line: string) => writeSync(2, line) > 0 };
const log = createLog(output as unknown as NodeJS.WriteStream);

parentPort?.on('message', (message: ToWatchdog) => {
  if ('label' in message) names.set(message.label, message.text);
  else lookOut.add({ name: message.watch, main: message.main, board: readFrom(message.board) });
});

const looking = setInterval(() => {
  const found = lookOut.look();
  if (found === null) return;
  clearInterval(looking);
  void end(found.stuck, found.cpuMs);
}, lookEveryMs);

async function end({ name, main, board, cpu }: Looked, cpuMs: number): Promise<void> {
  const underWay = board.underWay((label) => names.get(label) ?? `work ${label}`);
  const note: StallNote = {
    at: Date.now(),
    thread: name,
    cpuMs: Math.round(cpuMs),
    underWay,
    where: [],
  };
  // The main thread is to answer, also where another one is stuck: that one's time says nothing of it.
  const answering = lookOut.main()?.cpu ?? cpu;
  const clock = answering?.clock ?? cpuClockOf(board.thread());
  // First of all, since whatever follows may fail.
  kept(note);
  const asked = await interruptMainThread(main ? 'main' : 'other', clock);
  // In another thread the main thread's place says nothing: it is empty.
  const { where } = asked;
  if (where.length > 0) kept({ ...note, where });
  log.fatal(
    { thread: name, cpuMs: note.cpuMs, ...sayable(underWay), where },
    'A thread is stuck and the server ends; what it was stuck in is noted for the next start.',
  );
  await endProcess(asked, clock);
}

function kept(note: StallNote): void {
  try {
    writeNote(dataDir, note);
  } catch (error) {
    log.error({ error: String(error) }, 'What the server is stuck in cannot be noted.');
  }
}

function sayable(underWay: StallNote['underWay']): object {
  return underWay.kind === 'record'
    ? { segment: underWay.segment, record: underWay.place }
    : { work: underWay.names };
}
