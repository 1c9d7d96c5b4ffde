/** Ends the process on SIGTERM and SIGINT: the first time cleanly, the second time at once. */

/** At a terminal one Ctrl-C may come twice: by the terminal, and passed on by npm. */
const SAME_SIGNAL_MS = 500;

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
