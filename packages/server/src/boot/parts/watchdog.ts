/** The watchdog over the threads, and what the last run got stuck in. */
import { UNWATCHED, type Watched } from '../../kit/watched.ts';
import type { Part } from '../part.ts';
import { readLastStall, type LastStall, type Watchdog } from '../watchdog/index.ts';

export const lastStall: Part<LastStall> = {
  name: 'last stall',
  open: ({ config, log }) => readLastStall(config.dataDir, log),
};

export interface WatchdogPart {
  /** Null where there is no watchdog. */
  readonly watchdog: Watchdog | null;
  /** What the main thread says of its work. */
  readonly main: Watched;
}

export const watchdog: Part<WatchdogPart> = {
  name: 'watchdog',
  open({ config: { dataDir }, log, overrides }) {
    const opened = overrides.openWatchdog?.({ dataDir, log }) ?? null;
    return { watchdog: opened, main: opened?.main ?? UNWATCHED };
  },
  close: ({ watchdog: opened }) => opened?.close(),
};
