/** Processing small enough to be told by its rows, in whichever thread; for tests. Its store is a file. */
import { appendFileSync, existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { OlapUnavailable } from '../../kit/olap.ts';
import type { AutomaticGoals } from '../ports.ts';
import type { Batch, Pipeline, Segment } from '../run/batch.ts';
import { countingPipeline, linesOf, NONE_CLOSED } from '../test-collection.ts';
import type { ProcessingParts } from './here.ts';

export const rowsPath = (dir: string): string => join(dir, 'rows.jsonl');
/** While this file is there, the store is away. */
export const awayPath = (dir: string): string => join(dir, 'away');

interface Inserted {
  readonly token: string;
  readonly lines: string;
}

export function insertedIn(dir: string): Inserted[] {
  const path = rowsPath(dir);
  if (!existsSync(path)) return [];
  const lines = readFileSync(path, 'utf8').split('\n').filter(Boolean);
  return lines.map((line) => JSON.parse(line) as Inserted);
}

export function testParts(dir: string, changed?: () => void): ProcessingParts {
  return {
    clock: { now: () => Date.now() },
    olap: {
      insert(_, rows, token) {
        if (existsSync(awayPath(dir))) return Promise.reject(new OlapUnavailable('away'));
        if (insertedIn(dir).some((one) => one.token === token)) return Promise.resolve();
        appendFileSync(rowsPath(dir), `${JSON.stringify({ token, lines: linesOf(rows) })}\n`);
        return Promise.resolve();
      },
    },
    closedDays: NONE_CLOSED,
    createPipeline: askingPipeline,
    ...(changed ? { changed } : {}),
  };
}

/** Hits name what is to happen: a goal to be made, or a way for the thread to end. */
function askingPipeline(goals: AutomaticGoals): Pipeline {
  const inner = countingPipeline();
  return {
    ...inner,
    async process(segment: Segment): Promise<Batch> {
      for (const record of segment.records) {
        if (record.k !== 'h') continue;
        if (record.q.startsWith('goal=')) await goals.make(record.c, record.q.slice('goal='.length));
        await FAULTS[record.q]?.();
      }
      const batch = await inner.process(segment);
      const notes = new Map([[1, { duplicate: segment.records.length }]]);
      return { ...batch, notes };
    },
  };
}

const FAULTS: Readonly<Record<string, () => Promise<unknown>>> = {
  'end=throw': () => {
    queueMicrotask(() => {
      throw new Error('a fault that nobody catches');
    });
    return new Promise(() => undefined);
  },
  'end=exit': () => process.exit(3),
  'end=memory': () => {
    // In small steps: where a single large step meets the limit, Node ends the whole process.
    let held: object | null = null;
    for (let index = 0; ; index++) held = { held, index };
  },
};
