/** Collection in a process of its own, to be killed: arguments are its data folder and the engine's socket. */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { processInThread } from '../src/boot/processing/open-thread.ts';
import { createCollection } from '../src/collect/index.ts';
import { COUNTER, testConfig } from '../src/collect/test-config.ts';
import { testGoal } from '../src/goals/test-goal.ts';
import { systemClock } from '../src/kit/clock.ts';

const [dataDir = '', socketPath = ''] = process.argv.slice(2);
const config = testConfig({
  goals: [testGoal({ id: 7, counterId: COUNTER, conditions: [{ type: 'exact', url: 'order' }] })],
});
const silent = () => undefined;
const collection = await createCollection({
  dataDir,
  directory: { get: (id) => (id === config.counterId ? config : undefined), all: () => [config] },
  openProcessing: processInThread({
    target: { url: 'http://engine', socketPath },
    storeReady: () => Promise.resolve(),
    // So few that most visitors are put down and taken up again, also by replays.
    maxOpenVisitors: 3,
    maxRecentHits: 10_000_000,
    watched: null,
  }),
  automaticGoals: { make: () => Promise.resolve(null) },
  place: { country: () => 'DE', locality: () => null },
  clock: systemClock,
  log: {
    info: silent,
    warn: silent,
    error: (about, message) => process.stderr.write(`${message} ${JSON.stringify(about)}\n`),
  },
  // Short, so that every kind of moment comes often.
  limits: { segmentMs: 60 },
  checkpoints: { everyMs: 150, everyBytes: 1 },
});
const server = createServer((request, response) => {
  if (request.url !== '/flushed') return collection.handle(request, response);
  return void collection.flushed().then(() => response.end('flushed'));
});
server.listen(0, '127.0.0.1', () => process.stdout.write(`${(server.address() as AddressInfo).port}\n`));
