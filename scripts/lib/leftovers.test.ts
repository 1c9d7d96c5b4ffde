import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { expect, it } from 'vitest';
import { endLeftovers, runFolder } from './leftovers.mjs';

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
