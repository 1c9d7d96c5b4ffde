import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { CannotStart } from './cannot-start.ts';
import { holdDataFolder } from './data-folder.ts';

let folder: string;
beforeEach(() => (folder = mkdtempSync(join(tmpdir(), 'goalpost-folder-'))));
afterEach(() => rmSync(folder, { recursive: true, force: true }));

it('is made when missing', () => {
  const held = holdDataFolder(join(folder, 'deep', 'data'));
  expect(existsSync(join(folder, 'deep', 'data', 'goalpost.pid'))).toBe(true);
  held.release();
});

describe('one server at a time', () => {
  it('a second one is refused by name of the first', () => {
    const held = holdDataFolder(folder);
    expect(() => holdDataFolder(folder)).toThrow(CannotStart);
    expect(() => holdDataFolder(folder)).toThrow(
      `Another Goalpost is running on the data folder ${folder} (process ${process.pid})`,
    );
    held.release();
    holdDataFolder(folder).release();
  });

  it('one that was killed leaves no lock behind', async () => {
    const script = `
      import { holdDataFolder } from ${JSON.stringify(join(import.meta.dirname, 'data-folder.ts'))};
      globalThis.held = holdDataFolder(${JSON.stringify(folder)});
      console.log('held');
      setInterval(() => {}, 1000);`;
    const child = spawn(process.execPath, ['--no-warnings', '--input-type=module', '-e', script], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    await once(child.stdout, 'data');
    expect(() => holdDataFolder(folder)).toThrow(`process ${child.pid}`);
    child.kill('SIGKILL');
    await once(child, 'exit');
    holdDataFolder(folder).release();
  });
});

it('what is no folder is told in a sentence', () => {
  const file = join(folder, 'file');
  writeFileSync(file, '');
  expect(() => holdDataFolder(file)).toThrow(
    `The data folder ${file} is not a folder. Choose another folder`,
  );
  expect(() => holdDataFolder(join(file, 'inside'))).toThrow('is not a folder');
});

it('a folder that cannot be written to is told in a sentence', () => {
  // Nobody may write there, root included.
  expect(() => holdDataFolder('/sys/goalpost')).toThrow(CannotStart);
});
