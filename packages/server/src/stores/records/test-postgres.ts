/** For tests: a PostgreSQL server of Debian's package, on a folder and a unix socket of its own. */
import { execFile, spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { chownSync, mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { promisify } from 'node:util';
import { Client } from 'pg';
import { migrateRecords } from './migrate.ts';
import { openPostgres } from './open.ts';

const INSTALLED = '/usr/lib/postgresql';
const USER = 'goalpost';

export interface TestPostgres {
  /** Makes an empty database and gives its address. */
  database(): Promise<string>;
  /** Makes one that is migrated, by a copy: thirty migrations take ten times as long. */
  migrated(): Promise<string>;
  /** At once, as `pg_ctl stop -m fast` does it. */
  stop(): Promise<void>;
  /** After `stop`, on the same data. */
  start(): Promise<void>;
  close(): Promise<void>;
}

/** Folder of `initdb` and `postgres`; the tests that need them fail where it is missing. */
function binaries(): string {
  let versions: string[] = [];
  try {
    versions = readdirSync(INSTALLED).toSorted((a, b) => Number(b) - Number(a));
  } catch {
    // Said below.
  }
  const newest = versions[0];
  if (newest === undefined) {
    throw new Error(`No PostgreSQL under ${INSTALLED}. Install the Debian package "postgresql".`);
  }
  return path.join(INSTALLED, newest, 'bin');
}

/** PostgreSQL refuses to run as root, so root lends it the package's own user. */
function runAs(): { uid?: number; gid?: number } {
  if (process.getuid?.() !== 0) return {};
  for (const line of readFileSync('/etc/passwd', 'utf8').split('\n')) {
    const [name, , uid, gid] = line.split(':');
    if (name === 'postgres') return { uid: Number(uid), gid: Number(gid) };
  }
  throw new Error('No user "postgres" to run PostgreSQL as.');
}

async function query(url: string, sql: string): Promise<void> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(sql);
  } finally {
    await client.end();
  }
}

/** Resolves when it takes connections. */
async function run(bin: string, data: string, folder: string, place: object): Promise<ChildProcess> {
  const server = spawn(
    path.join(bin, 'postgres'),
    ['-D', data, '-F', '-k', folder, '-c', 'listen_addresses='],
    { ...place, stdio: ['ignore', 'ignore', 'pipe'] },
  );
  const said: string[] = [];
  await new Promise<void>((resolve, reject) => {
    createInterface({ input: server.stderr }).on('line', (line) => {
      said.push(line);
      if (line.includes('ready to accept connections')) resolve();
    });
    server.once('error', reject);
    server.once('exit', () => reject(new Error(`PostgreSQL did not start:\n${said.join('\n')}`)));
  });
  return server;
}

async function end(server: ChildProcess): Promise<void> {
  if (server.exitCode !== null || server.signalCode !== null) return;
  const ended = once(server, 'exit');
  server.kill('SIGINT');
  await ended;
}

export async function startTestPostgres(): Promise<TestPostgres> {
  const bin = binaries();
  const owner = runAs();
  const folder = await mkdtemp(path.join(os.tmpdir(), 'goalpost-pg-'));
  const data = path.join(folder, 'data');
  mkdirSync(data);
  if (owner.uid !== undefined && owner.gid !== undefined) {
    chownSync(folder, owner.uid, owner.gid);
    chownSync(data, owner.uid, owner.gid);
  }
  const place = { ...owner, cwd: folder };
  const prepare = ['-D', data, '-U', USER, '-A', 'trust', '-E', 'UTF8', '--locale=C', '--no-sync'];
  await promisify(execFile)(path.join(bin, 'initdb'), prepare, place);

  let server = await run(bin, data, folder, place);

  const address = (database: string): string => `postgres://${USER}@localhost/${database}?host=${folder}`;
  let made = 0;
  async function database(template = 'template1'): Promise<string> {
    made += 1;
    const name = `test_${made}`;
    await query(address('postgres'), `CREATE DATABASE ${name} TEMPLATE ${template}`);
    return address(name);
  }
  const makeMigrated = async (): Promise<string> => {
    const name = 'migrated';
    await query(address('postgres'), `CREATE DATABASE ${name}`);
    const records = openPostgres(address(name));
    await migrateRecords(records);
    await records.close();
    return name;
  };
  let template: Promise<string> | undefined;
  return {
    database: () => database(),
    migrated: async () => database(await (template ??= makeMigrated())),
    stop: () => end(server),
    async start() {
      server = await run(bin, data, folder, place);
    },
    async close() {
      await end(server);
      await rm(folder, { recursive: true, force: true });
    },
  };
}
