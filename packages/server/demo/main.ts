/**
 * `npm run demo`. Goalpost with a sample shop on a port of its own and ninety days of its past;
 * with `--no-past`, as `npm run dev` starts it, without the past.
 */
import { randomBytes } from 'node:crypto';
import { CannotStart } from '../src/boot/cannot-start.ts';
import { createLog } from '../src/boot/log.ts';
import { endOnFault, endOnSignals } from '../src/boot/signals.ts';
import { readConfig } from '../src/boot/config/reader.ts';
import { startServer } from '../src/server.ts';
import { createShopCounter } from './counter.ts';
import { fillHistory, SHOP_ORIGIN } from './history.ts';
import { startLiveVisitors } from './live-visitors.ts';
import { startShop } from './shop-server.ts';

const OWNER = { email: 'demo@example.com', password: 'goalpost-demo' };
const SHOP_PORT = 8091;
const say = (line: string) => process.stdout.write(`${line}\n`);

/** The owner's own where one is given, so that scripts that know it go on working. */
const token = process.env['GOALPOST_ADMIN_TOKEN'] || randomBytes(32).toString('base64url');
const reading = readConfig({
  GOALPOST_DATA: './goalpost-demo',
  GOALPOST_ADMIN_EMAIL: OWNER.email,
  GOALPOST_ADMIN_PASSWORD: OWNER.password,
  ...process.env,
  GOALPOST_ADMIN_TOKEN: token,
});
if (!reading.ok) refuse(reading.problems.join('\n'));
const { config } = reading;

const log = createLog(process.stderr);
log.level = config.logLevel;
const server = await startServer(config, log).catch((error: unknown) => {
  if (error instanceof CannotStart) refuse(error.message);
  throw error;
});
const counterId = await createShopCounter(server.url, token);
const shop = await startShop(counterId, server.url, SHOP_PORT);
let stopVisitors = () => Promise.resolve();
endOnSignals(async () => {
  await stopVisitors();
  await shop.close();
  await server.close();
}, say);

endOnFault(server, log);

const hasPast = !process.argv.includes('--no-past');
const written = hasPast
  ? await fillHistory(config.dataDir, counterId, server.parts, (days, hits) => {
      if (days % 15 === 0) say(`  ${days} days, ${hits} hits`);
    })
  : 0;
if (written > 0) say(`Wrote ${written} hits of the shop's past.`);

if (hasPast) {
  const visitors = startLiveVisitors({ server: server.url, counterId, token, origin: SHOP_ORIGIN });
  stopVisitors = () => visitors.close();
}

say('');
say(`Goalpost      ${server.url}`);
say(`  sign in as  ${config.adminEmail ?? OWNER.email}`);
say(`  password    ${config.adminPassword ?? OWNER.password}`);
say(`Data folder   ${config.dataDir}`);
say(`Sample shop   ${shop.url}  (press a chat button there, then look at Conversions)`);

function refuse(sentence: string): never {
  process.stderr.write(`The demo cannot start.\n${sentence}\n`);
  process.exit(1);
}
