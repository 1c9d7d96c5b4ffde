import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { endEarlierRuns, endLeftovers, runFolder } from './leftovers.mjs';

it.runIf(existsSync('/proc/self/environ'))(
  'what broke away from its parent is found and ended, and nothing else',
  async () => {
    const folder = runFolder();
    const start = (env: Record<string, string>) =>
      spawn('sleep', ['100'], {
        detached: true,
        stdio: 'ignore',
        env: { PATH: process.env['PATH'], ...env },
      });
    const ours = start(folder.env);
    const other = start({ TMPDIR: `${folder.env.TMPDIR}-other` });
    await Promise.all([once(ours, 'spawn'), once(other, 'spawn')]);
    const end = once(ours, 'exit');
    expect(endLeftovers(folder.mark)).toEqual(['sleep 100']);
    expect((await end)[1]).toBe('SIGKILL');
    expect(other.exitCode).toBeNull();
    other.kill('SIGKILL');
    await once(other, 'exit');
    folder.remove();
  },
);

it.runIf(existsSync('/proc/self/environ'))(
  'what a run that was killed has left is ended, and what another run does is not',
  async () => {
    const place = mkdtempSync(join(tmpdir(), 'runs-'));
    const run = (owner: unknown) => {
      const folder = mkdtempSync(join(place, 'gp-'));
      if (owner !== undefined) writeFileSync(join(folder, 'owner.json'), JSON.stringify(owner));
      const child = spawn('sleep', ['100'], {
        detached: true,
        stdio: 'ignore',
        env: { PATH: process.env['PATH'], TMPDIR: folder },
      });
      return { folder, child, end: once(child, 'exit') };
    };
    const killed = run({ pid: process.pid, startedAt: '1' });
    const unknown = run(undefined);
    await Promise.all([once(killed.child, 'spawn'), once(unknown.child, 'spawn')]);
    expect(endEarlierRuns(place)).toEqual(['sleep 100']);
    expect((await killed.end)[1]).toBe('SIGKILL');
    expect([killed.folder, unknown.folder].map((folder) => existsSync(folder))).toEqual([false, true]);
    expect(unknown.child.exitCode).toBeNull();
    unknown.child.kill('SIGKILL');
    await unknown.end;

    const ours = runFolder();
    endEarlierRuns();
    expect(existsSync(ours.env.TMPDIR)).toBe(true);
    ours.remove();
    rmSync(place, { recursive: true, force: true });
  },
);
