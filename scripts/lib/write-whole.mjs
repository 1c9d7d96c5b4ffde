/** Writes several files, all of them or none. */
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/**
 * Writes each beside its place, then renames; a fault on the way puts everything back as it was, and is thrown.
 * @param {Record<string, string>} texts by path from `root`
 * @returns {() => void} puts everything back as it was
 */
export function writeWhole(root, texts) {
  const files = Object.entries(texts).map(([path, text]) => {
    const whole = join(root, path);
    const before = existsSync(whole) ? readFileSync(whole) : null;
    return { whole, text, before, beside: `${whole}.new-${process.pid}` };
  });
  const put = [];
  const putBack = () => {
    for (const { whole, before } of put) {
      if (before === null) rmSync(whole, { force: true });
      else writeFileSync(whole, before);
    }
  };
  try {
    for (const { whole, text, beside } of files) {
      mkdirSync(dirname(whole), { recursive: true });
      writeFileSync(beside, text);
    }
    for (const file of files) {
      renameSync(file.beside, file.whole);
      put.push(file);
    }
  } catch (error) {
    putBack();
    for (const { beside } of files) rmSync(beside, { force: true });
    throw error;
  }
  return putBack;
}
