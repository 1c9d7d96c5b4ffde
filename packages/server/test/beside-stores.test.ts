/** Commands beside stores that are not theirs to use: each says so in a sentence, and changes nothing. */
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { COMMANDS, runCommand } from '../src/commands/run-command.ts';
import { createOlap, engineTarget } from '../src/stores/olap/index.ts';
import { startServer } from './start-server.ts';

let folder: string;
let data: string;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'goalpost-beside-'));
  data = join(folder, 'data');
  await (await startServer({ dataDir: data })).close();
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** What each command is given so that it opens the stores; null: it opens none, or makes empty ones. */
const GIVEN: Readonly<Record<string, readonly string[] | null>> = {
  start: null,
  demo: null,
  restore: null,
  mcp: null,
  version: null,
  backup: ['--to', 'backups'],
  doctor: [],
  user: ['add', 'eve@shop.example'],
};

async function goalpost(name: string): Promise<{ code: number | null; told: string }> {
  const lines: string[] = [];
  const say = (line: string) => void lines.push(line);
  const args = (GIVEN[name] ?? []).map((one) => (one === 'backups' ? join(folder, one) : one));
  const code = await runCommand([name, ...args], {
    environment: { GOALPOST_DATA: data },
    say,
    complain: say,
    programs: { start: () => Promise.reject(new Error('no')), demo: () => Promise.reject(new Error('no')) },
  });
  return { code, told: lines.join('\n') };
}

const OPENING = COMMANDS.map(({ name }) => name).filter((name) => GIVEN[name] !== null);

function records<T>(work: (database: DatabaseSync) => T): T {
  const database = new DatabaseSync(join(data, 'records.db'));
  try {
    return work(database);
  } finally {
    database.close();
  }
}

const people = () => records((one) => one.prepare('SELECT count(*) AS n FROM auth_user').get()?.['n']);

it.each(OPENING)('[K11] goalpost %s refuses records of a newer version', async (name) => {
  const before = people();
  records((one) => one.exec("INSERT INTO migrations (name, timestamp) VALUES ('9999-later', '')"));
  try {
    const { code, told } = await goalpost(name);
    expect(code).toBe(1);
    expect(told).toMatch(
      /was changed by a newer version of Goalpost, .*\(9999-later\)\. Start the newer version/,
    );
    expect(readdirSync(folder)).toEqual(['data']);
    expect(people()).toBe(before);
  } finally {
    records((one) => one.exec("DELETE FROM migrations WHERE name = '9999-later'"));
  }
});

it('[K11] a backup beside a server refuses analytics of a newer version', async () => {
  const server = await startServer({ dataDir: data });
  await server.flushed();
  const olap = createOlap(engineTarget(data));
  try {
    await olap.command("INSERT INTO migrations (id) SELECT '9999-later'", {});
    const { code, told } = await goalpost('backup');
    expect(code).toBe(1);
    expect(told).toMatch(/^The analytics store was changed by a newer version of Goalpost/);
    expect(readdirSync(folder)).toEqual(['data']);
  } finally {
    await olap.command(
      "ALTER TABLE migrations DELETE WHERE id = '9999-later' SETTINGS mutations_sync = 1",
      {},
    );
    await olap.close();
    await server.close();
  }
});

it.each(['backup', 'doctor'])('[K6] goalpost %s says that a restore was cut off', async (name) => {
  writeFileSync(join(data, 'restore.unfinished'), '');
  try {
    const { code, told } = await goalpost(name);
    expect(code).toBe(1);
    expect(told).toMatch(/A restore into the data folder .* was cut off\. Run "goalpost restore" again/);
  } finally {
    rmSync(join(data, 'restore.unfinished'));
  }
});
