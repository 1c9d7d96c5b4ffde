/** The fuzzed server as a process of its own. What it says, what it uses, and whether it is still there. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { REMOVE } from '../../packages/server/test/remove.ts';

export interface FuzzedServer {
  readonly url: string;
  /** What ended it; null while it runs. */
  end(): string | null;
  /** CPU time of its main thread so far, milliseconds; null where the system does not tell. */
  cpuMs(): number | null;
  /** Bytes in use after a collection of garbage. */
  heap(): Promise<number>;
  /** Errors that its log has told since the last time. */
  newErrors(): readonly string[];
  close(): Promise<void>;
}

const MAIN = join(import.meta.dirname, 'server-main.ts');

export async function startFuzzedServer(token: string): Promise<FuzzedServer> {
  const dataDir = mkdtempSync(join(tmpdir(), 'goalpost-fuzz-'));
  const child: ChildProcess = spawn(process.execPath, ['--no-warnings', '--expose-gc', MAIN], {
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
    env: {
      ...process.env,
      GOALPOST_DATA: dataDir,
      GOALPOST_PORT: '0',
      GOALPOST_ADMIN_EMAIL: 'owner@example.com',
      GOALPOST_ADMIN_PASSWORD: 'fuzz-test-password',
      GOALPOST_ADMIN_TOKEN: token,
    },
  });
  let errors: string[] = [];
  let tail = '';
  child.stderr?.on('data', (some: Buffer) => {
    const lines = (tail + some.toString()).split('\n');
    tail = lines.pop() ?? '';
    errors.push(...lines.filter((line) => !/"level":[1-4]0/.test(line) && line.trim() !== ''));
  });
  const ended = once(child, 'exit');
  const first = await Promise.race([once(child, 'message'), ended]);
  const { url = '' } = (first[0] ?? {}) as { url?: string };
  if (url === '') throw new Error(`the server did not start: ${errors.join('\n')}`);
  return {
    url,
    end: () =>
      child.exitCode === null && child.signalCode === null ? null : `${child.exitCode ?? child.signalCode}`,
    cpuMs() {
      try {
        return (
          Number.parseInt(readFileSync(`/proc/${child.pid}/task/${child.pid}/schedstat`, 'latin1'), 10) / 1e6
        );
      } catch {
        return null;
      }
    },
    async heap() {
      child.send('memory');
      const [{ heap }] = (await Promise.race([once(child, 'message'), ended.then(() => [{ heap: 0 }])])) as [
        { heap: number },
      ];
      return heap;
    },
    newErrors() {
      const told = errors;
      errors = [];
      return told;
    },
    async close() {
      child.kill('SIGTERM');
      await ended;
      rmSync(dataDir, REMOVE);
    },
  };
}
