/** Runs a program and waits for it; what ends the script ends the program too. */
import { spawn } from 'node:child_process';
import { ROOT } from './places.mjs';

const PARENT_EVERY_MS = 250;

/**
 * @param {string} command
 * @param {readonly string[]} args
 * @param {{cwd?: string, env?: Record<string, string>, stdio?: import('node:child_process').StdioOptions}} options
 * @returns {Promise<number>} exit code; 128 and the signal's number where a signal ended it
 */
export function run(command, args, options = {}) {
  const child = spawn(command, args, {
    cwd: options.cwd ?? ROOT,
    env: { ...process.env, ...options.env },
    stdio: options.stdio ?? 'inherit',
  });
  return ended(child);
}

/** Passes signals on to the child and resolves with its exit code. */
export function ended(child) {
  // At a terminal, Ctrl-C reaches the child by itself; twice would mean "at once".
  const onInterrupt = () => process.stdin.isTTY || child.kill('SIGINT');
  const onEnd = () => child.kill('SIGTERM');
  const watch = watchParent(onEnd);
  process.on('SIGINT', onInterrupt);
  process.on('SIGTERM', onEnd);
  process.on('SIGHUP', onEnd);
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code, signal) => {
      clearInterval(watch);
      process.off('SIGINT', onInterrupt);
      process.off('SIGTERM', onEnd);
      process.off('SIGHUP', onEnd);
      resolve(code ?? (signal === 'SIGINT' ? 130 : signal === 'SIGKILL' ? 137 : 143));
    });
  });
}

/** Where npm runs us and is killed outright, no other process would end what we run. */
function watchParent(onGone) {
  if (process.env.npm_lifecycle_event === undefined) return undefined;
  const parent = process.ppid;
  const look = () => process.ppid !== parent && onGone();
  return setInterval(look, PARENT_EVERY_MS).unref();
}

/** Runs a program and keeps what it prints. */
export async function capture(command, args, options = {}) {
  const child = spawn(command, args, {
    cwd: options.cwd ?? ROOT,
    env: { ...process.env, ...options.env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  child.stdout.on('data', (chunk) => (output += chunk));
  child.stderr.on('data', (chunk) => (output += chunk));
  return { code: await ended(child), output };
}
