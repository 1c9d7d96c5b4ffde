/**
 * The server as a program with holes: a hit whose title is `loop` (`watchdog-processing.ts`), and two addresses, never
 * come back. The argument is the CPU time, in milliseconds, after which the watchdog ends it; settings come from the
 * environment.
 */
import { z } from 'zod';
import { createLog } from '../src/boot/log.ts';
import { endOnFault, endOnSignals } from '../src/boot/signals.ts';
import { openWatchdog } from '../src/boot/watchdog/index.ts';
import { readConfig } from '../src/boot/config/reader.ts';
import { defineEndpoint } from '../src/kit/endpoint.ts';
import { startServer } from '../src/server.ts';

const limitMs = Number(process.argv[2]);

const looping = (url: string, pause: () => Promise<void>) =>
  defineEndpoint({
    method: 'GET',
    url,
    summary: 'Never comes back',
    tag: 'test',
    auth: 'public',
    response: z.unknown(),
    async handle() {
      await pause();
      for (;;);
    },
  });

const reading = readConfig(process.env);
if (!reading.ok) throw new Error(reading.problems.join(' '));
const log = createLog(process.stderr);
const server = await startServer(reading.config, log, {
  openWatchdog: (deps) => openWatchdog({ ...deps, limitMs }),
  processing: new URL('./watchdog-processing.ts', import.meta.url),
  endpoints: [
    looping('/api/v1/test/loop', () => Promise.resolve()),
    looping('/api/v1/test/loop-later', () => new Promise((resolve) => void setTimeout(resolve, 50))),
  ],
});
const say = (line: string) => process.stdout.write(`${line}\n`);
endOnSignals(server.close, say);
endOnFault(server, log);
say(`listening on ${server.url}`);
