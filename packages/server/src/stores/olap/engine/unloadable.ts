/** An engine whose library does not load on this machine: it ends at once, and says so by its code. */
import { writeSync } from 'node:fs';

/** What the engine's process sends its parent once the library is there. */
export const LOADED = 'loaded';
/** As `EX_CONFIG` of sysexits. */
const UNLOADABLE_CODE = 78;
/** What ends a process in a library that is cut off, or made for another processor. */
const BROKEN: ReadonlySet<NodeJS.Signals> = new Set(['SIGBUS', 'SIGILL', 'SIGSEGV', 'SIGABRT', 'SIGTRAP']);

/** In the engine's process. Nothing of chDB runs yet, so its own exit cannot hang. */
export function endUnloadable(error: unknown): never {
  writeSync(2, error instanceof Error ? (error.message.split('\n')[0] ?? '') : String(error));
  process.exit(UNLOADABLE_CODE);
}

/** In the parent: whether a process that never said `LOADED` ended because the library is broken. */
export const isUnloadable = (code: number | null, signal: NodeJS.Signals | null): boolean =>
  code === UNLOADABLE_CODE || (signal !== null && BROKEN.has(signal));

/** The embedded engine cannot run here, however often it is started; the message is for the operator. */
export class EngineUnloadable extends Error {
  override readonly name = 'EngineUnloadable';
  constructor(reason: string) {
    super(
      `The embedded analytics engine cannot be loaded: ${reason}. Install it anew with "npm ci", or set ` +
        'GOALPOST_CLICKHOUSE_URL to a ClickHouse server.',
    );
  }
}
