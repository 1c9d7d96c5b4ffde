import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { CannotStart } from './cannot-start.ts';
import { holdDataFolder, whyUnwritable } from './data-folder.ts';

let folder: string;
beforeEach(() => (folder = mkdtempSync(join(tmpdir(), 'goalpost-folder-'))));
afterEach(() => rmSync(folder, { recursive: true, force: true }));

it('is made when missing', async () => {
  const held = await holdDataFolder(join(folder, 'deep', 'data'));
  expect(existsSync(join(folder, 'deep', 'data', 'goalpost.pid'))).toBe(true);
  held.release();
});

it('is for its owner alone, and so is all in it', async () => {
  const data = join(folder, 'data');
  const held = await holdDataFolder(data);
  const modes = [data, join(data, 'lock'), join(data, 'goalpost.pid')].map((path) =>
    (statSync(path).mode & 0o777).toString(8),
  );
  expect(modes).toEqual(['700', '600', '600']);
  held.release();
});

describe('one server at a time', () => {
  it('a second one is refused by name of the first', async () => {
    const held = await holdDataFolder(folder);
    await expect(holdDataFolder(folder)).rejects.toThrow(CannotStart);
    await expect(holdDataFolder(folder)).rejects.toThrow(
      `Another Goalpost is running on the data folder ${folder} (process ${process.pid})`,
    );
    held.release();
    (await holdDataFolder(folder)).release();
  });

  it('one that is just ending is waited for', async () => {
    const held = await holdDataFolder(folder);
    const second = holdDataFolder(folder, 10_000);
    held.release();
    (await second).release();
  });

  it('one that was killed leaves no lock behind', async () => {
    const script = `
      import { holdDataFolder, whyUnwritable } from ${JSON.stringify(join(import.meta.dirname, 'data-folder.ts'))};
      globalThis.held = await holdDataFolder(${JSON.stringify(folder)});
      console.log('held');
      setInterval(() => {}, 1000);`;
    const child = spawn(process.execPath, ['--no-warnings', '--input-type=module', '-e', script], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    await once(child.stdout, 'data');
    await expect(holdDataFolder(folder)).rejects.toThrow(`process ${child.pid}`);
    child.kill('SIGKILL');
    await once(child, 'exit');
    (await holdDataFolder(folder)).release();
  });
});

it('what is no folder is told in a sentence', async () => {
  const file = join(folder, 'file');
  writeFileSync(file, '');
  await expect(holdDataFolder(file)).rejects.toThrow(
    `The data folder ${file} is not a folder: choose another folder`,
  );
  await expect(holdDataFolder(join(file, 'inside'))).rejects.toThrow('is not a folder');
});

it.each([
  ['EACCES', 'permission denied', true],
  ['EROFS', 'read-only', true],
  ['ENOSPC', 'the disk is full', false],
  ['EDQUOT', 'the disk is full', false],
])('%s: %s; another folder is advised where nothing is lost by it', (code, why, other) => {
  const said = whyUnwritable(Object.assign(new Error(code), { code }), '/srv/goalpost');
  expect([said.includes('/srv/goalpost'), said.includes(why), said.includes('GOALPOST_DATA')]).toEqual([
    true,
    true,
    other,
  ]);
});

it('a folder that cannot be written to is told in a sentence', async () => {
  // No user may write there, root included.
  await expect(holdDataFolder('/sys/goalpost')).rejects.toThrow(CannotStart);
});
