/** Journal records and rows for tests of collection: one object a hit, one object a row. */
import { compileGoals, type GoalDefinition } from '../goals/index.ts';
import { testGoal } from '../goals/test-goal.ts';
import { readRows } from './encode/read-rows.ts';
import type { Batch, Pipeline } from './run/batch.ts';
import type { CounterConfig } from './state/counter-config.ts';
import type { ConfigRecord, HitRecord, JournalRecord } from './journal-record.ts';
import { createPipeline, type PipelineDeps } from './pipeline.ts';
import type { HitRow, VisitRow } from './rows.ts';
import { CHROME, COUNTER, testConfig } from './test-config.ts';

export { CHROME, COUNTER };

/** Noon, Unix seconds. */
export const NOON = Date.UTC(2026, 10, 22, 12) / 1_000;
export const VISITOR = '1700000000123456789';

export interface TestHit {
  readonly counter?: number;
  /** Its own time and, unless said otherwise, its arrival: seconds past noon. */
  readonly at: number;
  /** Seconds past noon. */
  readonly arrived?: number;
  /** Milliseconds past the second, as our tag sends them. */
  readonly ms?: number;
  readonly visitor?: string;
  /** Leading keys of `browser-info`; a page view unless said. */
  readonly kind?: string;
  readonly url?: string;
  readonly ref?: string;
  /** Random number of the hit; a new one unless said. Null: none. */
  readonly rn?: number | null;
  readonly params?: unknown;
  readonly title?: string;
  readonly robot?: boolean;
  readonly agent?: string;
}

const numbers = { next: 1 };

export function hit(test: TestHit): HitRecord {
  const rn = test.rn === undefined ? numbers.next++ : test.rn;
  const own = NOON + test.at;
  const info = [
    test.kind ?? 'pv:1',
    'la:en-US',
    rn === null ? '' : `hid:7:rn:${rn}:rqn:1`,
    `et:${own}`,
    test.ms === undefined ? '' : `etms:${test.ms}`,
    `u:${test.visitor ?? VISITOR}`,
    's:1280x720x24',
    `t:${test.title ?? 'Shop'}`,
  ].filter((part) => part !== '');
  const query = new URLSearchParams({
    'page-url': test.url ?? 'https://shop.example/',
    ...(test.ref === undefined ? {} : { 'page-ref': test.ref }),
    'browser-info': info.join(':'),
    ...(test.params === undefined ? {} : { 'site-info': JSON.stringify(test.params) }),
  });
  return {
    k: 'h',
    c: test.counter ?? COUNTER,
    t: test.arrived === undefined ? own * 1_000 + (test.ms ?? 0) : Math.round((NOON + test.arrived) * 1_000),
    q: query.toString(),
    a: test.agent ?? CHROME,
    v: '99',
    g: 'DE',
    ...(test.robot ? { x: 1 } : {}),
  };
}

/** An event of the genuine tag's form. */
export function event(identifier: string, test: Omit<TestHit, 'url' | 'kind'>): HitRecord {
  return hit({
    ref: 'https://shop.example/',
    ...test,
    kind: 'ar:1',
    url: `goal://shop.example/${identifier}`,
  });
}

export function config(settings: Partial<CounterConfig> = {}): ConfigRecord {
  return { k: 'c', t: NOON * 1_000, config: testConfig(settings) };
}

export const actionGoal = (
  id: number,
  identifier: string,
  changes: Partial<GoalDefinition> = {},
): GoalDefinition =>
  testGoal({
    id,
    counterId: COUNTER,
    name: `Goal ${id}`,
    conditions: [{ type: 'exact', url: identifier }],
    ...changes,
  });

/** A pipeline with nothing around it: no automatic goals are made, and no visitor has a past. */
export function testPipeline(deps: Partial<PipelineDeps> = {}): Pipeline {
  return createPipeline({
    automaticGoals: { make: () => Promise.resolve(null) },
    history: { lookup: () => Promise.resolve(new Map()) },
    restingVisitors: { lookup: () => Promise.resolve([]) },
    maxOpenVisitors: 1_000_000,
    maxRecentHits: 10_000_000,
    compileGoals,
    ...deps,
  });
}

export function hitRows(batch: Batch): HitRow[] {
  return readRows<HitRow>(batch.hits);
}

export function visitRows(batch: Batch): VisitRow[] {
  return readRows<VisitRow>(batch.visits);
}

/** Segments numbered from 1, one after another. */
export async function processAll(
  pipeline: Pipeline,
  segments: readonly (readonly JournalRecord[])[],
  first = 1,
): Promise<Batch[]> {
  const batches: Batch[] = [];
  for (const [index, records] of segments.entries()) {
    batches.push(await pipeline.process({ number: first + index, records }));
  }
  return batches;
}

/** The visits as the store would show them at the end: the last version of each, oldest first. */
export function finalVisits(batches: readonly Batch[]): VisitRow[] {
  const latest = new Map<string, VisitRow>();
  for (const row of batches.flatMap(visitRows)) {
    const known = latest.get(row.visit_id);
    if (known === undefined || row.version > known.version) latest.set(row.visit_id, row);
  }
  return [...latest.values()].toSorted((one, other) => one.started_at - other.started_at);
}

/** All records in one segment after the counter's settings: rows of hits, and visits. */
export async function collect(
  records: readonly JournalRecord[],
  settings: Partial<CounterConfig> = {},
): Promise<{ hits: HitRow[]; visits: VisitRow[]; batch: Batch }> {
  const batch = await testPipeline().process({ number: 1, records: [config(settings), ...records] });
  return { hits: hitRows(batch), visits: finalVisits([batch]), batch };
}
