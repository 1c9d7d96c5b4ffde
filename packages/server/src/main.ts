/** Starts the server as the environment says, tells the operator where it is, and ends it cleanly. */
import { flushCompileCache } from 'node:module';
import { CannotStart } from './boot/cannot-start.ts';
import { asCannotStart } from './boot/parts/records.ts';
import { createLog } from './boot/log.ts';
import { endOnFault, endOnSignals, endWithNpm } from './boot/signals.ts';
import { openWatchdog } from './boot/watchdog/index.ts';
import { readConfig } from './boot/config/reader.ts';
import { startServer } from './server.ts';

const say = (line: string) => process.stdout.write(`${line}\n`);
const log = createLog(process.stderr);

process.on('uncaughtException', (error) => {
  // The journal is the truth: what it holds is taken up again at the next start.
  log.fatal({ err: error }, 'a bug has stopped the server');
  process.exit(1);
});

endWithNpm(process.env);
const reading = readConfig(process.env);
if (!reading.ok) refuse(reading.problems);
log.level = reading.config.logLevel;
for (const warning of reading.warnings) log.warn(warning);
const server = await startServer(reading.config, log, { openWatchdog }).catch((error: unknown) => {
  const told = asCannotStart(error);
  if (told instanceof CannotStart) refuse([told.message]);
  throw error;
});
endOnSignals(server.close, say);
endOnFault(server, log);
server.refused
  .then(async (sentence) => {
    // What it took until now is in the journal, for the version that may go on.
    await server
      .close()
      .catch((error: unknown) => log.error({ err: error }, 'not everything could be ended'));
    refuse([sentence]);
  })
  .catch(() => process.exit(1));
say(`Goalpost ${server.version} is listening on ${server.url}`);
if (server.setupUrl !== null) say(`Make the owner's account here (the link works once): ${server.setupUrl}`);
if (server.passwordUrl !== null)
  say(`Choose a new password here (the link works once): ${server.passwordUrl}`);
if (!server.hasAdmin) say('The admin is not built yet: "npm run build" does that.');
// However this run ends, the next start is quicker; without `NODE_COMPILE_CACHE` it does nothing.
flushCompileCache();

function refuse(sentences: readonly string[]): never {
  process.stderr.write(`Goalpost cannot start.\n${sentences.map((one) => `${one}\n`).join('')}`);
  process.exit(1);
}
