import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Checkpoint, checkpointStore } from './checkpoint.ts';
import { restore } from './restore.ts';
import { countingPipeline } from '../test-collection.ts';

let dir: string;
beforeEach(async () => {
  dir = await mkdtemp(join(tmpdir(), 'goalpost-checkpoint-'));
});
afterEach(() => rm(dir, { recursive: true, force: true }));

async function linesOf(checkpoint: Checkpoint): Promise<string[]> {
  const lines: string[] = [];
  for await (const line of checkpoint.lines()) lines.push(line);
  return lines;
}

const fileOf = (segment: number) => join(dir, `${String(segment).padStart(16, '0')}.checkpoint`);

describe('a checkpoint', () => {
  it('is read as it was written, however large', async () => {
    const store = checkpointStore(dir);
    const lines = Array.from({ length: 30_000 }, (_, i) => `${i} ${'Ж'.repeat(i % 50)}`);
    await store.write(41, 43, lines);
    const checkpoint = await store.open(41);
    expect([checkpoint.segment, checkpoint.nextSegment]).toEqual([41, 43]);
    expect(await linesOf(checkpoint)).toEqual(lines);
  });

  it('may be of nothing', async () => {
    const store = checkpointStore(dir);
    await store.write(1, 2, []);
    expect(await linesOf(await store.open(1))).toEqual([]);
  });

  it('leaves the one before it and no older one', async () => {
    const store = checkpointStore(dir);
    for (const segment of [1, 5, 9]) await store.write(segment, segment + 1, ['x']);
    expect(await store.list()).toEqual([9, 5]);
  });

  it('is refused if any of it is missing or changed', async () => {
    const store = checkpointStore(dir);
    await store.write(1, 2, ['one', 'two']);
    const whole = await readFile(fileOf(1));
    for (let length = 0; length < whole.length; length++) {
      await writeFile(fileOf(1), whole.subarray(0, length));
      await expect(store.open(1), `cut to ${length}`).rejects.toThrow();
    }
    for (let at = 0; at < whole.length; at++) {
      const changed = Buffer.from(whole);
      changed[at] = (changed[at] ?? 0) ^ 1;
      await writeFile(fileOf(1), changed);
      await expect(store.open(1), `changed at ${at}`).rejects.toThrow();
    }
  });
});

describe('a start', () => {
  const told: string[] = [];
  const deps = () => ({
    dir,
    checkpoints: checkpointStore(dir),
    damagedFiles: {
      once: (path: string) => Promise.resolve(void told.push(path)),
      bytes: () => Promise.resolve(),
      count: () => told.length,
    },
    createPipeline: () => countingPipeline(),
  });
  const state = (revision: number) => JSON.stringify({ seen: revision, revisions: [[1, revision]] });

  it('takes the newest checkpoint', async () => {
    const { checkpoints } = deps();
    await checkpoints.write(3, 4, [state(3)]);
    await checkpoints.write(7, 9, [state(7)]);
    const restored = await restore(deps());
    expect([restored?.segment, restored?.nextSegment, restored?.pipeline.revision(1)]).toEqual([7, 9, 7]);
  });

  it('takes the one before a damaged one, if the journal after it is still there', async () => {
    const { checkpoints } = deps();
    await checkpoints.write(3, 4, [state(3)]);
    await checkpoints.write(7, 9, [state(7)]);
    await writeFile(fileOf(7), 'damaged');
    expect(await restore(deps())).toBeNull();
    await writeFile(join(dir, '0000000000000007.journal'), '');
    const restored = await restore(deps());
    expect([restored?.segment, restored?.nextSegment, restored?.pipeline.revision(1)]).toEqual([3, 8, 3]);
  });

  it('takes the one before one that the pipeline cannot load', async () => {
    const { checkpoints } = deps();
    await checkpoints.write(3, 4, [state(3)]);
    await checkpoints.write(7, 9, ['no state']);
    await writeFile(join(dir, '0000000000000007.journal'), '');
    expect((await restore(deps()))?.segment).toBe(3);
  });
});
