/** Asks the stuck main thread where it is, and ends the process, by one way after the other. */
import { spawn } from 'node:child_process';
import { Session, type Debugger } from 'node:inspector';
import { setTimeout as pause } from 'node:timers/promises';

/** Of the process that a watchdog has ended: "internal software error" of sysexits.h. */
export const STALLED_EXIT_CODE = 70;

/** How long each way may take. */
const PATIENCE_MS = 1_000;
const FRAMES = 8;

export interface StuckThread {
  /** Innermost functions first; empty where it does not answer. */
  readonly where: readonly string[];
  /** Lets it end the process itself. */
  exit(): void;
}

/**
 * Stops the main thread in its loop, as a debugger does: it is interrupted between two steps, also of a regular
 * expression. Code that is not JavaScript may not answer.
 */
export async function interruptMainThread(): Promise<StuckThread> {
  const session = new Session();
  const { promise, resolve } = Promise.withResolvers<StuckThread>();
  try {
    session.connectToMainThread();
    session.once('Debugger.paused', ({ params: { callFrames } }) => {
      resolve({ where: callFrames.slice(0, FRAMES).map(nameOf), exit: () => exitIn(session, callFrames[0]) });
    });
    session.post('Debugger.enable');
    session.post('Debugger.pause');
  } catch {
    // The ways that follow need no answer.
  }
  const silent = pause(PATIENCE_MS).then(() => ({ where: [], exit: () => undefined }));
  return Promise.race([promise, silent]);
}

function exitIn(session: Session, frame: Debugger.CallFrame | undefined): void {
  if (frame === undefined) return;
  // Not `exit`: what listens to that might not come back either.
  const expression = `process.reallyExit(${STALLED_EXIT_CODE})`;
  session.post('Debugger.evaluateOnCallFrame', { callFrameId: frame.callFrameId, expression });
}

function nameOf({ functionName, url, location }: Debugger.CallFrame): string {
  const file = url.split('/src/').at(-1) ?? url;
  return `${functionName || '(anonymous)'} ${file}:${location.lineNumber + 1}`;
}

/** Does not come back where any of the ways works. The system ends most processes by the second at the latest. */
export async function endProcess(stuck: StuckThread): Promise<void> {
  stuck.exit();
  await pause(PATIENCE_MS);
  process.kill(process.pid, 'SIGKILL');
  await pause(PATIENCE_MS);
  // The first process of a container is spared its own signals, but not the end of its CPU time.
  spawn('prlimit', ['--pid', String(process.pid), '--cpu=1:1'], { stdio: 'ignore' }).on(
    'error',
    () => undefined,
  );
}
