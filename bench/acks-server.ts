/** The hit path alone on one core: the door and the journal, with nothing behind them. */
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { BODY_LIMITS } from '../packages/server/src/collect/door/body.ts';
import { ADDRESS_LIMITS, createAddressLimit } from '../packages/server/src/collect/door/address-limit.ts';
import { createClientAddress } from '../packages/server/src/kit/limits/client-address.ts';
import { createOwnVisits } from '../packages/server/src/collect/door/own-visits.ts';
import { openPlace } from '../packages/server/src/collect/door/place.ts';
import { createMasking } from '../packages/server/src/collect/door/masking.ts';
import { createRobots } from '../packages/server/src/collect/door/robots.ts';
import { createWatchHandler } from '../packages/server/src/collect/door/watch-handler.ts';
import { nodeDisk } from '../packages/server/src/collect/journal/file-system.ts';
import { JOURNAL_LIMITS, openJournal } from '../packages/server/src/collect/journal/journal.ts';
import { createBoard, writeOn } from '../packages/server/src/boot/watchdog/board.ts';
import { systemClock } from '../packages/server/src/kit/clock.ts';

const dir = mkdtempSync(join(tmpdir(), 'goalpost-acks-'));
const log = {
  info() {},
  warn() {},
  error: (about: object, message: string) => process.stderr.write(`${message} ${JSON.stringify(about)}\n`),
};
const journal = await openJournal({
  dir,
  disk: nodeDisk,
  firstNumber: 1,
  previous: { after: 0, records: 0, settings: 0 },
  limits: JOURNAL_LIMITS,
  log,
  onClosed() {},
});
const config = {
  counterId: 100_001,
  status: 'Active',
  revision: 1,
  hosts: ['shop.example'],
  onlyHosts: false,
  visitTimeout: 1800,
  autogoals: true,
  filterRobots: true,
  currency: 'RUB',
  goals: [],
} as const;
const handler = createWatchHandler({
  ownVisits: createOwnVisits(),
  clock: systemClock,
  log,
  directory: { get: (id) => (id === config.counterId ? config : undefined), all: () => [config] },
  place: await openPlace(),
  isRobot: createRobots(),
  allows: createAddressLimit(ADDRESS_LIMITS),
  clientAddress: createClientAddress([]),
  salt: () => '0'.repeat(64),
  masking: createMasking('0'.repeat(64)),
  bodyLimits: BODY_LIMITS,
  watched: { ...writeOn(createBoard()), label: () => 1 },
  journal: (hit) => journal.append(hit),
  tally: { stored() {}, refused() {} },
});
const server = createServer({ optimizeEmptyRequests: true }, handler);
server.listen(0, '127.0.0.1', () => {
  const address = server.address();
  if (typeof address === 'object' && address !== null) process.stdout.write(`${address.port}\n`);
});
process.on('SIGTERM', () => {
  rmSync(dir, { recursive: true, force: true });
  process.exit(0);
});
