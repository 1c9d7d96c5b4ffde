/** Programs that are killed at random moments, by a seed that is told: what was found is found again. */
import { type ChildProcess, spawn } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { expect, vi } from 'vitest';
import { createOlap, engineTarget } from '../../packages/server/src/stores/olap/index.ts';
import { PATIENCE_MS } from '../../packages/server/test/eventually.ts';

/** Of each kind; some hundred find what a few do not. */
export const KILLS = Number(process.env['GOALPOST_KILLS'] ?? 1);

const GOALPOST = join(import.meta.dirname, '../../packages/server/src/goalpost.ts');

export interface Ended {
  /** Null: it was killed. */
  readonly code: number | null;
  /** All that it wrote. */
  readonly said: string;
  readonly ms: number;
}

export interface Program {
  readonly ended: Promise<Ended>;
  /** What it wrote until now. */
  said(): string;
  /** Resolves once it has written the text, or has ended. */
  says(text: string): Promise<void>;
  /** With its engine, or without, which then finds itself alone. */
  kill(withEngine: boolean): Promise<void>;
}

/** `goalpost …` as a process of its own. */
export function runGoalpost(args: readonly string[], environment: Readonly<Record<string, string>>): Program {
  const began = performance.now();
  const child = spawn(process.execPath, ['--no-warnings', GOALPOST, ...args], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, ...environment },
  });
  let said = '';
  const looks = new Set<() => void>();
  const look = () => looks.forEach((one) => one());
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding('utf8').on('data', (text: string) => {
      said += text;
      look();
    });
  const ended = new Promise<Ended>((resolve) => {
    child.once('close', (code) => {
      resolve({ code, said, ms: performance.now() - began });
      look();
    });
  });
  return {
    ended,
    said: () => said,
    says: (text) =>
      new Promise((resolve) => {
        const found = () => {
          if (!said.includes(text) && child.exitCode === null && child.signalCode === null) return;
          looks.delete(found);
          resolve();
        };
        looks.add(found);
        found();
      }),
    async kill(withEngine) {
      const children = withEngine ? childrenOf(child) : [];
      child.kill('SIGKILL');
      for (const pid of children) killOne(pid);
      await ended;
    },
  };
}

const LISTENING = 'is listening on';
/** Resolves once it takes hits. */
export async function started(program: Program): Promise<void> {
  await program.says(LISTENING);
  if (!program.said().includes(LISTENING)) throw new Error(`It did not start: ${program.said()}`);
}

export const settingsOf = (dataDir: string, port: number, token: string) => ({
  GOALPOST_DATA: dataDir,
  GOALPOST_PORT: String(port),
  GOALPOST_ADMIN_EMAIL: 'owner@example.com',
  GOALPOST_ADMIN_PASSWORD: 'random-kills-password',
  GOALPOST_ADMIN_TOKEN: token,
  NODE_NO_WARNINGS: '1',
});

/** Killed at a random moment of so many milliseconds; it may end before. */
export async function killWithin(program: Program, ms: number, random: () => number): Promise<Ended> {
  const [moment, withEngine] = [random() * ms, random() < 0.5];
  await Promise.race([pause(moment), program.ended]);
  await program.kill(withEngine);
  return program.ended;
}

function childrenOf({ pid }: ChildProcess): number[] {
  try {
    return readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').trim().split(' ').map(Number);
  } catch {
    // It has ended, or this is no Linux.
    return [];
  }
}

function killOne(pid: number): void {
  if (!(pid > 1)) return;
  try {
    process.kill(pid, 'SIGKILL');
  } catch {
    // It has ended with its parent.
  }
}

/** Of 127.0.0.1, at this moment. */
/** `ok`, or what went wrong. */
export const ok = ({ code, said }: Ended): string => (code === 0 ? 'ok' : `${code}: ${said}`);

/** Asked again until it is so; a server that is just starting may not answer yet. */
export async function until<T>(ask: () => Promise<T>, wanted: T): Promise<void> {
  const look = async () => expect(await ask().catch((error: unknown) => String(error))).toEqual(wanted);
  await vi.waitFor(look, { timeout: PATIENCE_MS, interval: 100 });
}

/** How many backups stand in a folder. */
export const backupsIn = (place: string): number =>
  readdirSync(place, { recursive: true }).filter((name) => String(name).endsWith('.manifest')).length;

/** Copies of the latest rows, five days older. Chosen within: what REPLACE makes is what WHERE would look at. */
export async function age(dataDir: string, of: number): Promise<void> {
  const olap = createOlap(engineTarget(dataDir));
  await olap.command(
    `INSERT INTO hits SELECT * REPLACE (at - toIntervalDay(5) AS at)
FROM (SELECT * FROM hits WHERE counter_id = ${of} AND at > now() - INTERVAL 1 DAY)`,
  );
  await olap.command(
    `INSERT INTO visits SELECT * REPLACE (opened_on - 5 AS opened_on, started_at - toIntervalDay(5) AS started_at)
FROM (SELECT * FROM visits FINAL WHERE counter_id = ${of} AND opened_on > today() - 2)`,
  );
  await olap.close();
}
