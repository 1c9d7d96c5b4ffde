/** Starting and ending the server as a program, from outside. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { text } from 'node:stream/consumers';
import { createInterface } from 'node:readline';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { REMOVE } from './remove.ts';

const MAIN = join(import.meta.dirname, '..', 'src', 'main.ts');

let folder: string;
beforeEach(() => (folder = mkdtempSync(join(tmpdir(), 'goalpost-start-'))));
afterEach(() => rmSync(folder, REMOVE));

function start(environment: Record<string, string>) {
  const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', MAIN], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, GOALPOST_DATA: join(folder, 'data'), GOALPOST_PORT: '0', ...environment },
  });
  const ended = once(child, 'exit') as Promise<[number | null, string | null]>;
  return { child, ended, errors: text(child.stderr) };
}

/** The address, once the server says it. */
async function addressOf({ child }: ReturnType<typeof start>): Promise<string> {
  for await (const line of createInterface(child.stdout)) {
    const said = / is listening on (http:\S+)$/.exec(line)?.[1];
    if (said !== undefined) return said;
  }
  throw new Error('the server ended without saying where it is');
}

async function refusal(environment: Record<string, string>): Promise<string> {
  const { ended, errors } = start(environment);
  expect((await ended)[0]).toBe(1);
  const said = (await errors)
    .split('\n')
    .filter((line) => !line.startsWith('{'))
    .join('\n');
  expect(said).toMatch(/^Goalpost cannot start\.\n/);
  expect(said).not.toMatch(/^ {4}at /m);
  return said;
}

describe('a start that cannot be is told in sentences', () => {
  it('wrong settings, all at once', async () => {
    const said = await refusal({ GOALPOST_PORT: 'http', GOALPOST_PUBLIC_URL: 'stats' });
    expect(said).toContain('GOALPOST_PORT must be a port number');
    expect(said).toContain('GOALPOST_PUBLIC_URL must be an address');
  });

  it('a data folder that is none', async () => {
    writeFileSync(join(folder, 'data'), '');
    expect(await refusal({})).toContain('is not a folder');
  });

  it('a port that is taken', async () => {
    const other = createServer().listen(0, '127.0.0.1');
    await once(other, 'listening');
    const { port } = other.address() as AddressInfo;
    expect(await refusal({ GOALPOST_PORT: String(port) })).toContain(`Port ${port} on 127.0.0.1 is taken`);
    other.close();
  });

  it('a PostgreSQL that is not there, its password untold', async () => {
    const said = await refusal({ GOALPOST_DATABASE_URL: 'postgres://me:secret@127.0.0.1:1/goalpost' });
    expect(said).toContain('The database 127.0.0.1:1/goalpost cannot be reached');
    expect(said).not.toContain('secret');
  });

  it.each([
    ['linux', 'riscv64', 'does not run on linux-riscv64'],
    ['win32', 'x64', 'does not run on win32-x64'],
    ['darwin', 'arm64', 'for darwin-arm64 (@chdb/lib-darwin-arm64) is not installed'],
    ['linux', 'arm64', 'for linux-arm64 (@chdb/lib-linux-arm64-gnu) is not installed'],
  ])('no engine for %s on %s, before anything is begun [A12]', async (platform, arch, why) => {
    const pretend = `for (const [name, value] of [['platform', '${platform}'], ['arch', '${arch}']]) Object.defineProperty(process, name, { value });`;
    const said = await refusal({
      NODE_OPTIONS: `--import=data:text/javascript,${encodeURIComponent(pretend)}`,
    });
    expect(said).toContain(why);
    expect(said).toContain('GOALPOST_CLICKHOUSE_URL');
    expect(existsSync(join(folder, 'data'))).toBe(false);
  });

  it('a records database of a newer version [A13]', async () => {
    const first = start({});
    await addressOf(first);
    first.child.kill('SIGTERM');
    await first.ended;
    const records = new DatabaseSync(join(folder, 'data', 'records.db'));
    records.exec(`INSERT INTO migrations VALUES ('9999-of-tomorrow', '2099-01-01T00:00:00.000Z')`);
    records.close();
    expect(await refusal({})).toContain(
      'The records database was changed by a newer version of Goalpost, and this version does not know how (9999-of-tomorrow).',
    );
  });

  it('a second server on the same data', async () => {
    const first = start({});
    await addressOf(first);
    expect(await refusal({})).toContain(`(process ${first.child.pid})`);
    first.child.kill('SIGTERM');
    expect(await first.ended).toEqual([0, null]);
  });
});

it('SIGTERM drains and ends with 0, and all it took is there at the next start', async () => {
  const environment = { GOALPOST_ADMIN_TOKEN: 'token-of-this-test' };
  const headers = { authorization: 'OAuth token-of-this-test' };
  const first = start(environment);
  const url = await addressOf(first);
  const made = await fetch(`${url}/management/v1/counters`, {
    method: 'POST',
    headers,
    body: JSON.stringify({ counter: { id: 77, site2: { site: 'shop.example' } } }),
  });
  expect(made.status).toBe(200);
  const page = encodeURIComponent('https://shop.example/');
  const agent =
    'Mozilla/5.0 (X11; Linux x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/142.0.0.0 Safari/537.36';
  const hit = await fetch(`${url}/watch/77?page-url=${page}&browser-info=pv:1:u:1700000000123:rn:1`, {
    headers: { 'user-agent': agent },
  });
  expect(hit.headers.get('x-goalpost')).toBe('stored');
  first.child.kill('SIGTERM');
  expect(await first.ended).toEqual([0, null]);

  const second = start(environment);
  const again = await addressOf(second);
  const report = await fetch(`${again}/stat/v1/data?ids=77&metrics=ym:s:pageviews&date1=yesterday`, {
    headers,
  });
  expect(((await report.json()) as { totals: unknown }).totals).toEqual([1]);
  second.child.kill('SIGTERM');
  await second.ended;
});

describe('npm start', () => {
  const SCRIPT = join(import.meta.dirname, '..', '..', '..', 'scripts', 'start.sh');
  function startByScript(command: string, args: readonly string[]) {
    const child = spawn(command, args, {
      stdio: ['ignore', 'pipe', 'pipe'],
      env: {
        ...process.env,
        GOALPOST_DATA: join(folder, 'data'),
        GOALPOST_PORT: '0',
        npm_lifecycle_event: 'start',
      },
    });
    const ended = once(child, 'exit') as Promise<[number | null, string | null]>;
    return { child, ended, errors: text(child.stderr) };
  }

  it.runIf(process.platform === 'linux')('gives way to the server: no wrapper stays', async () => {
    const script = startByScript('sh', [SCRIPT]);
    await addressOf(script);
    const command = readFileSync(`/proc/${script.child.pid}/cmdline`, 'utf8').split('\0');
    expect(command.filter((word) => word.endsWith('main.ts'))).toHaveLength(1);
    script.child.kill('SIGTERM');
    expect(await script.ended).toEqual([0, null]);
  });

  it('ends the server where who has run it is killed outright', async () => {
    const script = startByScript('sh', ['-c', `sh "${SCRIPT}"; true`]);
    const url = await addressOf(script);
    script.child.kill('SIGKILL');
    await script.ended;
    await expect.poll(() => fetch(url).catch(() => 'gone')).toBe('gone');
  });

  it('passes on that the server cannot start', async () => {
    writeFileSync(join(folder, 'data'), '');
    const script = startByScript('sh', [SCRIPT]);
    expect(await script.ended).toEqual([1, null]);
    expect(await script.errors).toContain('is not a folder');
  });
});
