/** The server as its users start it, on an empty folder, with a counter whose chat is on. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { run, stop } from './machine.ts';
import { freePort } from '../packages/server/src/kit/test-free-port.ts';

export const OWNER = { email: 'bench@example.com', password: 'bench-password-1' };
export const TOKEN = 'bench-token-of-at-least-thirty-two-characters';

export interface BenchServer extends AsyncDisposable {
  readonly pid: number;
  readonly port: number;
  readonly base: string;
  readonly counter: number;
}

/** @param cores e.g. `0-1` */
export async function startBenchServer(cores: string): Promise<BenchServer> {
  const dataDir = mkdtempSync(join(tmpdir(), 'goalpost-chat-bench-'));
  const port = await freePort();
  const server = run(cores, join(import.meta.dirname, '../packages/server/src/main.ts'), [], {
    GOALPOST_DATA: dataDir,
    GOALPOST_PORT: String(port),
    GOALPOST_ADMIN_EMAIL: OWNER.email,
    GOALPOST_ADMIN_PASSWORD: OWNER.password,
    GOALPOST_ADMIN_TOKEN: TOKEN,
  });
  server.stdout?.resume();
  const base = `http://127.0.0.1:${port}`;
  const end = async (): Promise<void> => {
    await stop(server);
    rmSync(dataDir, { recursive: true, force: true });
  };
  try {
    await until(async () => (await fetch(`${base}/healthz`)).ok);
    const counter = await counterWithChat(base);
    return { pid: server.pid ?? 0, port, base, counter, [Symbol.asyncDispose]: end };
  } catch (error) {
    await end();
    throw error;
  }
}

async function counterWithChat(base: string): Promise<number> {
  const headers = { authorization: `OAuth ${TOKEN}`, 'content-type': 'application/json' };
  const created = await fetch(`${base}/management/v1/counters`, {
    method: 'POST',
    headers,
    body: JSON.stringify({ counter: { id: 100_001, name: 'bench', site2: { site: 'shop.example' } } }),
  });
  const { counter } = (await created.json()) as { counter: { id: number } };
  await fetch(`${base}/api/v1/counters/${counter.id}/chat/settings`, {
    method: 'PUT',
    headers,
    body: JSON.stringify({ settings: { enabled: true } }),
  });
  return counter.id;
}

async function until(condition: () => Promise<boolean>): Promise<void> {
  const deadline = performance.now() + 120_000;
  while (performance.now() < deadline) {
    if (await condition().catch(() => false)) return;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error('gave up waiting after two minutes');
}
