/** Ends the process: on SIGTERM and SIGINT cleanly within a bound, the second time at once; and after a fault. */
import type { Logger } from './log.ts';

/** At a terminal one Ctrl-C may come twice: by the terminal, and passed on by npm. */
const SAME_SIGNAL_MS = 500;
/** Each part ends within its own bound; this one is for what none of them foresaw [W22]. */
const LAST_MS = 30_000;

export function endOnSignals(close: () => Promise<void>, say: (line: string) => void): void {
  let first: number | null = null;
  const onSignal = (): void => {
    const now = performance.now();
    if (first !== null) {
      if (now - first > SAME_SIGNAL_MS) process.exit(1);
      return;
    }
    first = now;
    say('Stopping …');
    setTimeout(() => {
      process.stderr.write('Not everything could be ended in time. What was acknowledged is on disk.\n');
      process.exit(1);
    }, LAST_MS);
    close().then(
      () => process.exit(0),
      (error: unknown) => {
        process.stderr.write(`${String(error)}\n`);
        process.exit(1);
      },
    );
  };
  process.on('SIGTERM', onSignal);
  process.on('SIGINT', onSignal);
}

/** Ends the server where processing has ended. The next start takes up what the journal holds. */
export function endOnFault(
  { failed, close }: { readonly failed: Promise<Error>; close(): Promise<void> },
  log: Logger,
): void {
  void failed.then(async (error) => {
    log.fatal(
      { err: error },
      'Processing has ended by a fault, and the server ends with it: the next start takes up what the journal holds.',
    );
    setTimeout(() => process.exit(1), LAST_MS);
    await close().catch((problem: unknown) => log.error({ err: problem }, 'not everything could be ended'));
    process.exit(1);
  });
}

const LOOK_EVERY_MS = 250;

/** Where npm runs the server and is killed outright, nothing else would end the server. */
export function endWithNpm(environment: NodeJS.ProcessEnv): void {
  if (environment['npm_lifecycle_event'] === undefined) return;
  const parent = process.ppid;
  const watch = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(watch);
    process.kill(process.pid, 'SIGTERM');
  }, LOOK_EVERY_MS).unref();
}
