/**
 * The pipeline's state on disk, so that a start reads only the journal's end. A file is whole or it is not used:
 * it is framed like the journal, begins with what it is and ends with how much it holds.
 */
import { type FileHandle, open, readdir, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { encodeBlock } from '../journal/block.ts';
import { readBlocks } from '../journal/block-reader.ts';
import { syncFolder } from '../journal/file-system.ts';

export interface Checkpoint {
  /** All segments up to this one are in the state, and stored. */
  readonly segment: number;
  /** No segment with this number or a higher one was there yet. */
  readonly nextSegment: number;
  /** The pipeline's own lines. */
  lines(): AsyncIterable<string>;
}

export interface CheckpointStore {
  pathOf(segment: number): string;
  /** Segments that there are checkpoints of, newest first; whole or not. */
  list(): Promise<number[]>;
  /** @throws Error if it is not whole */
  open(segment: number): Promise<Checkpoint>;
  /** Resolves when it is on disk and was read back. The one before it stays; older ones go. */
  write(segment: number, nextSegment: number, lines: Iterable<string>): Promise<void>;
}

const NAME = /^(\d{16})\.checkpoint$/;
const BLOCK_CHARS = 256 * 1024;
/** A sync of everything at the end would hold up the journal's own for long. */
const SYNC_BYTES = 8 * 1024 * 1024;
const KEPT = 2;

/** First character of a block: what it holds. */
const HEAD = 'H';
const LINES = 'L';
const END = 'E';

export function checkpointStore(dir: string): CheckpointStore {
  const pathOf = (segment: number) => join(dir, `${String(segment).padStart(16, '0')}.checkpoint`);

  async function list(): Promise<number[]> {
    const found = (await readdir(dir, { withFileTypes: true }))
      .filter((entry) => entry.isFile())
      .map(({ name }) => NAME.exec(name)?.[1])
      .filter((digits) => digits !== undefined);
    return found.map(Number).toSorted((a, b) => b - a);
  }

  async function openWhole(segment: number): Promise<Checkpoint> {
    const path = pathOf(segment);
    let head: { segment: number; nextSegment: number } | null = null;
    let held = 0;
    let promised = -1;
    for await (const payload of readBlocks(path)) {
      const text = payload.toString('utf8');
      if (text.startsWith(HEAD)) head = JSON.parse(text.slice(1)) as { segment: number; nextSegment: number };
      else if (text.startsWith(END)) promised = Number(text.slice(1));
      else held++;
    }
    if (head === null || held !== promised) throw new Error(`${path} is not whole`);
    return { ...head, lines: () => linesOf(path) };
  }

  return {
    pathOf,
    list,
    open: openWhole,
    async write(segment, nextSegment, lines) {
      const path = pathOf(segment);
      const temporary = `${path}.new`;
      const handle = await open(temporary, 'w', 0o600);
      try {
        await writeAll(handle, { segment, nextSegment }, lines);
      } finally {
        await handle.close();
      }
      await rename(temporary, path);
      await syncFolder(dir);
      await openWhole(segment);
      for (const old of (await list()).slice(KEPT)) await rm(pathOf(old), { force: true });
    },
  };
}

async function writeAll(handle: FileHandle, head: object, lines: Iterable<string>): Promise<void> {
  let unsynced = 0;
  let blocks = 0;
  const put = async (payload: string) => {
    const bytes = encodeBlock(payload);
    await handle.appendFile(bytes);
    unsynced += bytes.length;
    if (unsynced < SYNC_BYTES) return;
    unsynced = 0;
    await handle.datasync();
  };
  await put(HEAD + JSON.stringify(head));
  let text = '';
  for (const line of lines) {
    text += `\n${line}`;
    if (text.length < BLOCK_CHARS) continue;
    await put(LINES + text);
    blocks++;
    text = '';
  }
  if (text !== '') {
    await put(LINES + text);
    blocks++;
  }
  await put(END + String(blocks));
  await handle.sync();
}

async function* linesOf(path: string): AsyncGenerator<string> {
  for await (const payload of readBlocks(path)) {
    const text = payload.toString('utf8');
    if (text.startsWith(LINES)) for (const line of text.slice(LINES.length + 1).split('\n')) yield line;
  }
}
