/** Lines of text, each with its own checksum: a wrong byte costs one line, and shows. */
import { appendFile } from 'node:fs/promises';
import { withoutSum, withSum } from '../../kit/files/line-sum.ts';
import { moveAside, readPlainFile } from '../../kit/files/plain-file.ts';
import { syncFolder } from './file-system.ts';
import { dirname } from 'node:path';

export interface CheckedLines {
  readonly lines: string[];
  /** Lines that do not fit their sums. */
  readonly broken: string[];
}

/** Of a file that may not be there. What cannot be read goes aside and is one broken line. */
export async function readCheckedLines(path: string): Promise<CheckedLines> {
  const bytes = await readPlainFile(path);
  if (bytes === 'unreadable') {
    const kept = await moveAside(path);
    return { lines: [], broken: [`unreadable, and kept as ${kept}`] };
  }
  const text = bytes === 'missing' ? '' : bytes.toString('utf8');
  const all = text.split('\n').filter((line) => line !== '');
  const checked = all.map((line) => ({ line, text: withoutSum(line) }));
  return {
    lines: checked.flatMap((one) => (one.text === null ? [] : [one.text])),
    broken: checked.flatMap((one) => (one.text === null ? [one.line] : [])),
  };
}

/** Resolves when the line is on disk. What a killed process left of a line before it does not spoil it. */
export async function appendCheckedLine(path: string, line: string): Promise<void> {
  await appendFile(path, `\n${withSum(line)}\n`, { mode: 0o600, flush: true });
  await syncFolder(dirname(path));
}
