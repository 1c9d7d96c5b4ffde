/** Asks the main thread where it is, and ends the process by it, by one way after the other. */
import { spawn } from 'node:child_process';
import { Session, type Debugger } from 'node:inspector';
import { setTimeout as pause } from 'node:timers/promises';
import type { CpuClock } from './thread-cpu.ts';

/** Of the process that a watchdog has ended: "internal software error" of sysexits.h. */
export const STALLED_EXIT_CODE = 70;

/** How long each way may take: CPU time of the stuck thread, in which it could have answered. */
const PATIENCE_CPU_MS = 1_000;
/** One that waits, or whose CPU time is not told, is not waited for longer. */
const PATIENCE_MS = 30_000;
const LOOK_MS = 50;
const FRAMES = 8;

export interface AskedThread {
  /** Innermost functions first; empty where it does not answer. */
  readonly where: readonly string[];
  /** Lets it end the process. */
  exit(): void;
}

/**
 * What the main thread does to end the process. Not `exit`: what listens to that might not come back either. Where
 * another thread is stuck, an ordinary end would wait for it, and another program in this one's place does not.
 */
const END = {
  main: `process.reallyExit(${STALLED_EXIT_CODE})`,
  other: `process.execve('/bin/sh', ['sh', '-c', 'exit ${STALLED_EXIT_CODE}'])`,
} as const;

/**
 * Stops the main thread in its loop, as a debugger does: it is interrupted between two steps, also of a regular
 * expression. Code that is not JavaScript may not answer.
 */
export async function interruptMainThread(stuck: keyof typeof END, cpu: CpuClock): Promise<AskedThread> {
  const session = new Session();
  const { promise, resolve } = Promise.withResolvers<AskedThread>();
  try {
    session.connectToMainThread();
    const files = new Map<string, string>();
    session.on('Debugger.scriptParsed', ({ params: { scriptId, url } }) => files.set(scriptId, url));
    session.once('Debugger.paused', ({ params: { callFrames } }) => {
      const where = stuck === 'main' ? callFrames.slice(0, FRAMES).map((frame) => nameOf(frame, files)) : [];
      resolve({ where, exit: () => evaluateIn(session, callFrames[0], END[stuck]) });
    });
    session.post('Debugger.enable');
    session.post('Debugger.pause');
  } catch {
    // The ways that follow need no answer.
  }
  const silent = patience(cpu).then(() => ({ where: [], exit: () => undefined }));
  return Promise.race([promise, silent]);
}

function evaluateIn(session: Session, frame: Debugger.CallFrame | undefined, expression: string): void {
  if (frame === undefined) return;
  session.post('Debugger.evaluateOnCallFrame', { callFrameId: frame.callFrameId, expression });
  // A process that ends waits for its debuggers; this comes after what was just asked.
  session.disconnect();
}

/** A frame may come without the address of its script, which is told when the debugger is switched on. */
function nameOf(
  { functionName, url, location }: Debugger.CallFrame,
  files: ReadonlyMap<string, string>,
): string {
  const file = (files.get(location.scriptId) ?? url).split('/src/').at(-1);
  return `${functionName || '(anonymous)'} ${file}:${location.lineNumber + 1}`;
}

/** On a busy machine the stuck thread may not run for seconds: that is no silence. */
async function patience(cpu: CpuClock): Promise<void> {
  const from = cpu.now();
  const until = performance.now() + PATIENCE_MS;
  while (cpu.now() - from < PATIENCE_CPU_MS * cpu.slack && performance.now() < until) await pause(LOOK_MS);
}

/** Does not come back where any of the ways works. The system ends most processes by the second at the latest. */
export async function endProcess(asked: AskedThread, cpu: CpuClock): Promise<void> {
  asked.exit();
  await patience(cpu);
  process.kill(process.pid, 'SIGKILL');
  await pause(PATIENCE_CPU_MS);
  // The first process of a container is spared its own signals, but not the end of its CPU time.
  spawn('prlimit', ['--pid', String(process.pid), '--cpu=1:1'], { stdio: 'ignore' }).on(
    'error',
    () => undefined,
  );
}
