/** The watchdog, and what it leaves to the next start. */
export { STALLED_EXIT_CODE } from './end-process.ts';
export { type LastStall, readLastStall } from './last-stall.ts';
export { openWatchdog, type OpenWatchdog, type Watchdog } from './watchdog.ts';
export { watchedBy, type WatchedThread } from './watched-thread.ts';
