/** The server with ninety days of a shop's past, for anyone who measures its screens; prints its address and counter. */
import { createLog } from '../packages/server/src/boot/log.ts';
import { endOnSignals } from '../packages/server/src/boot/signals.ts';
import { readConfig } from '../packages/server/src/boot/config/reader.ts';
import { startServer } from '../packages/server/src/server.ts';
import { createShopCounter } from '../packages/server/demo/counter.ts';
import { fillHistory } from '../packages/server/demo/history.ts';

const reading = readConfig(process.env);
if (!reading.ok) throw new Error(reading.problems.join('\n'));
const { config } = reading;
const log = createLog(process.stderr);
log.level = 'error';
const server = await startServer(config, log);
const counter = await createShopCounter(server.url, process.env['GOALPOST_ADMIN_TOKEN'] ?? '');
await fillHistory(config.dataDir, counter, server.parts, () => undefined);
endOnSignals(
  () => server.close(),
  () => undefined,
);
process.stdout.write(`${JSON.stringify({ base: server.url, counter })}\n`);
