/** For tests: the whole server in this process, on a free port and a data folder of its own. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pino, type Logger } from 'pino';
import { readConfig } from '../src/boot/config/reader.ts';
import { startServer as start, type Overrides, type RunningServer } from '../src/server.ts';
import { PATIENCE_MS } from './eventually.ts';
import { REMOVE } from './remove.ts';

export interface TestServer {
  readonly url: string;
  /** An API token of the owner, allowed to write. */
  readonly token: string;
  readonly owner: { readonly email: string; readonly password: string };
  readonly dataDir: string;
  /** One-time link; null unless `setup` was asked for. */
  readonly setupUrl: string | null;
  /** One-time link for a new password; null unless the settings ask for one. */
  readonly passwordUrl: string | null;
  /** Rooms of the server, for who writes a past. */
  readonly parts: RunningServer['parts'];
  /** Resolves when every hit acknowledged so far is in reports. */
  flushed(): Promise<void>;
  /** Also removes the data folder, unless it was given. */
  close(): Promise<void>;
}

export interface TestServerOptions extends Overrides {
  /** Kept when the server is closed, so that another can be started on it. */
  readonly dataDir?: string;
  /** True: no owner is made; `setupUrl` is where to do that. */
  readonly setup?: boolean;
  /** Further settings, by the names of their variables. */
  readonly environment?: Readonly<Record<string, string>>;
  /** What the server writes its log to; errors alone go to the test's own output if not given. */
  readonly log?: Logger;
}

const TOKEN = 'token-of-the-test-server';
const OWNER = { email: 'owner@example.com', password: 'owner of the test' };

export async function startServer(options: TestServerOptions = {}): Promise<TestServer> {
  const { dataDir: given, setup = false, environment = {}, log, ...overrides } = options;
  const dataDir = given ?? (await mkdtemp(join(tmpdir(), 'goalpost-test-')));
  const reading = readConfig({
    GOALPOST_PORT: '0',
    GOALPOST_DATA: dataDir,
    ...(setup
      ? {}
      : {
          GOALPOST_ADMIN_TOKEN: TOKEN,
          GOALPOST_ADMIN_EMAIL: OWNER.email,
          GOALPOST_ADMIN_PASSWORD: OWNER.password,
        }),
    ...environment,
  });
  if (!reading.ok) throw new Error(reading.problems.join(' '));
  const server = await start(reading.config, log ?? pino({ level: 'error' }, process.stderr), {
    // A thread of its own for each of many test servers takes seconds; `processing-thread.test.ts` has one.
    processing: 'here',
    // On a busy machine the engine takes longer than a start waits; it is refused all the same, but later.
    analyticsMs: PATIENCE_MS,
    rateLimits: { perTenSeconds: 100_000, signInsPerMinute: 1_000 },
    ...overrides,
  });
  return {
    url: server.url,
    token: TOKEN,
    owner: OWNER,
    dataDir,
    setupUrl: server.setupUrl,
    passwordUrl: server.passwordUrl,
    parts: server.parts,
    flushed: () => server.flushed(),
    close: async () => {
      await server.close();
      if (given === undefined) await rm(dataDir, REMOVE);
    },
  };
}
