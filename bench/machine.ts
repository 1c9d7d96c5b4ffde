/** Running programs on chosen cores and reading what they use. Linux; elsewhere nothing is pinned. */
import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';

export const SERVER_CORE = '0';
/** A server with threads has what a server has on this machine; its load takes what it needs beside it. */
export const ALL_CORES = `0-${availableParallelism() - 1}`;
export const LOAD_CORES = availableParallelism() > 1 ? `1-${availableParallelism() - 1}` : '0';
const canPin = existsSync('/usr/bin/taskset');

/** Starts this Node with a script on the given cores. */
export function run(
  cores: string,
  script: string,
  args: readonly string[],
  env: Readonly<Record<string, string>> = {},
): ChildProcess {
  const command = canPin ? 'taskset' : process.execPath;
  const pin = canPin ? ['-c', cores, process.execPath] : [];
  return spawn(command, [...pin, '--no-warnings', script, ...args], {
    stdio: ['pipe', 'pipe', 'inherit'],
    env: { ...process.env, ...env },
  });
}

/** First line that the program prints. */
export function firstLine(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let text = '';
    child.stdout?.on('data', (chunk: Buffer) => {
      text += chunk.toString();
      const end = text.indexOf('\n');
      if (end >= 0) resolve(text.slice(0, end));
    });
    child.once('exit', (code) => reject(new Error(`the program ended with ${code} before it said anything`)));
  });
}

export function stop(child: ChildProcess, signal: NodeJS.Signals = 'SIGTERM'): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return Promise.resolve();
  return new Promise((resolve) => {
    child.once('exit', () => resolve());
    child.kill(signal);
  });
}

/** Resident memory in MiB of a process and all it started. */
export function residentMiB(pid: number): number {
  const status = read(`/proc/${pid}/status`);
  const own = Number(/VmRSS:\s+(\d+)/.exec(status)?.[1] ?? 0) / 1024;
  return own + childrenOf(pid).reduce((sum, child) => sum + residentMiB(child), 0);
}

/** CPU time of a process and all it started, in microseconds: threads by name, other processes as one. */
export function cpuTimes(pid: number): Map<string, number> {
  const times = new Map<string, number>();
  const add = (process: number, nameOf: (thread: string) => string): void => {
    for (const thread of tasksOf(process)) {
      const folder = `/proc/${process}/task/${thread}`;
      const name = nameOf(read(`${folder}/comm`).trim());
      const nanoseconds = Number(read(`${folder}/schedstat`).split(' ')[0]) || 0;
      times.set(name, (times.get(name) ?? 0) + nanoseconds / 1_000);
    }
    for (const child of childrenOf(process)) add(child, () => 'engine');
  };
  add(pid, (name) => NAMED[name] ?? 'helpers');
  return times;
}

/** Names of Node's threads, as readers know them; all others collect garbage, compile and wait for the disk. */
const NAMED: Readonly<Record<string, string>> = { MainThread: 'main thread', processing: 'processing' };

function tasksOf(pid: number): string[] {
  return existsSync(`/proc/${pid}/task`) ? readdirSync(`/proc/${pid}/task`) : [];
}

function childrenOf(pid: number): number[] {
  return tasksOf(pid)
    .flatMap((task) => read(`/proc/${pid}/task/${task}/children`).split(' '))
    .filter((word) => word !== '')
    .map(Number);
}

function read(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return '';
  }
}
