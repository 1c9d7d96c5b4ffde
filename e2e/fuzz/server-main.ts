/** The server that is fuzzed. The real one without the limits of rate that would hide it, and honest of its memory. */
import { createLog } from '../../packages/server/src/boot/log.ts';
import { endOnSignals } from '../../packages/server/src/boot/signals.ts';
import { openWatchdog } from '../../packages/server/src/boot/watchdog/index.ts';
import { readConfig } from '../../packages/server/src/boot/config/reader.ts';
import { startServer } from '../../packages/server/src/server.ts';

const reading = readConfig(process.env);
if (!reading.ok) throw new Error(reading.problems.join(' '));
const server = await startServer(reading.config, createLog(process.stderr), {
  openWatchdog,
  rateLimits: { perTenSeconds: 10_000_000, signInsPerMinute: 1_000_000 },
});
endOnSignals(server.close, () => undefined);
process.on('message', (wanted) => {
  if (wanted !== 'memory') return;
  globalThis.gc?.();
  process.send?.({ heap: process.memoryUsage().heapUsed });
});
process.send?.({ url: server.url });
