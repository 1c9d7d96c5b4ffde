/** The server as a process of its own, on a folder that outlives it: to be killed and started again. */
import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { vi } from 'vitest';
import { PATIENCE_MS } from '../../packages/server/test/eventually.ts';
import { freePort } from '../../packages/server/src/kit/test-free-port.ts';
import { REMOVE } from '../../packages/server/test/remove.ts';

export interface KillableServer {
  /** The same at every start. */
  readonly url: string;
  /** Its folder, which outlives it. */
  readonly dataDir: string;
  /** Resolves when it takes hits; rejects where it ends before. */
  start(): Promise<void>;
  /** Resolves when it has ended; at once where it does not run. */
  kill(signal: NodeJS.Signals): Promise<void>;
  /** Ends it in order, and removes its folder. */
  close(): Promise<void>;
}

const MAIN = join(import.meta.dirname, '../../packages/server/src/main.ts');

/**
 * Not started yet.
 * @param token of its first owner
 * @param settings beside those that every such server has
 */
export async function prepareServer(
  token: string,
  settings: Readonly<Record<string, string>> = {},
): Promise<KillableServer> {
  const dataDir = mkdtempSync(join(tmpdir(), 'goalpost-kill-'));
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  let child: ChildProcess | undefined;

  async function kill(signal: NodeJS.Signals): Promise<void> {
    const running = child;
    if (running === undefined || running.exitCode !== null || running.signalCode !== null) return;
    await new Promise<void>((resolve) => {
      running.once('exit', () => resolve());
      running.kill(signal);
    });
  }

  return {
    url,
    dataDir,
    async start() {
      const started = spawn(process.execPath, ['--no-warnings', MAIN], {
        stdio: ['ignore', 'ignore', 'inherit'],
        env: {
          ...process.env,
          GOALPOST_DATA: dataDir,
          GOALPOST_PORT: String(port),
          GOALPOST_ADMIN_EMAIL: 'owner@example.com',
          GOALPOST_ADMIN_PASSWORD: 'kill-test-password',
          GOALPOST_ADMIN_TOKEN: token,
          ...settings,
        },
      });
      child = started;
      const isHealthy = async (): Promise<boolean> => {
        const end = started.exitCode ?? started.signalCode;
        if (end !== null) throw new Error(`the server ended with ${end} before it took hits`);
        const answer = await fetch(`${url}/healthz`).catch(() => null);
        return answer?.ok === true;
      };
      await vi.waitUntil(isHealthy, { timeout: PATIENCE_MS });
    },
    kill,
    async close() {
      await kill('SIGTERM');
      rmSync(dataDir, REMOVE);
    },
  };
}
