/**
 * For tests: the genuine ClickHouse HTTP server of libchdb, on a folder and port of its own. What works here works with `GOALPOST_CLICKHOUSE_URL`.
 */
import { spawn } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { freePort } from '../../kit/test-free-port.ts';

const MAIN = fileURLToPath(new URL('test-clickhouse-main.ts', import.meta.url));
const CONFIG = `<clickhouse>
  <max_server_memory_usage>1073741824</max_server_memory_usage>
  <mark_cache_size>67108864</mark_cache_size>
</clickhouse>`;
const START_WITHIN_MS = 120_000;
const LOOK_EVERY_MS = 50;

export interface TestClickHouse {
  readonly url: string;
  close(): Promise<void>;
}

async function answers(url: string): Promise<boolean> {
  try {
    return (await fetch(`${url}/ping`)).ok;
  } catch {
    return false;
  }
}

export async function startTestClickHouse(): Promise<TestClickHouse> {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'goalpost-ch-'));
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const configFile = path.join(folder, 'config.xml');
  await writeFile(configFile, CONFIG);
  const server = spawn(process.execPath, [MAIN, path.join(folder, 'data'), String(port), configFile], {
    detached: true,
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  let said = '';
  server.stderr.setEncoding('utf8').on('data', (text: string) => {
    said += text;
  });
  const ended = new Promise<void>((resolve) => server.once('exit', () => resolve()));
  const until = Date.now() + START_WITHIN_MS;
  while (!(await answers(url))) {
    if (server.exitCode !== null || Date.now() > until) {
      server.kill('SIGKILL');
      throw new Error(`ClickHouse did not start: ${said}`);
    }
    await pause(LOOK_EVERY_MS);
  }
  return {
    url,
    async close() {
      // It ignores SIGTERM.
      server.kill('SIGKILL');
      await ended;
      await rm(folder, { recursive: true, force: true });
    },
  };
}
