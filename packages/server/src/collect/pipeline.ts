/** Journal segments in, rows out: where hits become visits and reaches. */
import { setImmediate } from 'node:timers/promises';
import { UNWATCHED, type Watched } from '../kit/watched.ts';
import type { Batch, Pipeline, Segment } from './run/batch.ts';
import { withGoal, type CompileGoals } from './state/counter-state.ts';
import { dumpState, loadState } from './state/pipeline-dump.ts';
import { PipelineState } from './state/pipeline-state.ts';
import type { AutomaticGoals, RestingVisitors, VisitorHistory } from './ports.ts';
import {
  decodeHits,
  findPasts,
  makeGoals,
  type MadeGoals,
  type Pasts,
  type SegmentWork,
} from './run/prepare.ts';
import { settle } from './run/settle.ts';
import { findResting, takeUp } from './run/take-up.ts';
import { createClientSharer } from './steps/client.ts';
import { device } from './steps/device.ts';
import { createAgentReader } from './steps/device/agent.ts';
import { duplicate } from './steps/duplicate.ts';
import { createDraft } from './steps/draft.ts';
import { hitColumns } from './encode/hit-columns.ts';
import { createRows } from './encode/rows.ts';
import { VISIT_COLUMNS } from './encode/visit-columns.ts';
import { commerce } from './steps/commerce.ts';
import { echo } from './steps/echo.ts';
import { factOf } from './steps/fact-of.ts';
import { otherSide } from './steps/other-side.ts';
import { goals } from './steps/goals.ts';
import { rows } from './steps/rows.ts';
import { createSourceSharer } from './sources/index.ts';
import { createSlices, type Slices } from './steps/slices.ts';
import { source } from './steps/source.ts';
import type { Pass, Step } from './steps/step.ts';
import { visit } from './steps/visit.ts';
import { createWatchedBrowsers } from './try-out/watched-browsers.ts';
import { DAY_MS, utcDay } from '../kit/dates/calendar-day.ts';

/** What becomes of a hit, in this order. */
export const STEPS: readonly Step[] = [
  duplicate,
  echo,
  otherSide,
  device,
  source,
  visit,
  commerce,
  goals,
  rows,
];

export interface PipelineDeps {
  readonly automaticGoals: AutomaticGoals;
  readonly history: VisitorHistory;
  readonly restingVisitors: RestingVisitors;
  /** Visitors of all counters whose open visits are kept in memory [V24]. */
  readonly maxOpenVisitors: number;
  /** Hits of all counters whose keys are kept against duplicates [V31]. */
  readonly maxRecentHits: number;
  readonly compileGoals: CompileGoals;
  /** Lets the event loop run; called after every few milliseconds of work. */
  readonly pause?: () => Promise<void>;
  /** Hears which record is under way. */
  readonly watched?: Watched;
  readonly steps?: readonly Step[];
}

/** A segment whose processing failed changed nothing, and can be given again. */
export function createPipeline(deps: PipelineDeps): Pipeline {
  const { automaticGoals, history, restingVisitors, maxOpenVisitors, maxRecentHits, compileGoals } = deps;
  const { pause = () => setImmediate(), watched = UNWATCHED, steps = STEPS } = deps;
  const caches = {
    readAgent: createAgentReader(),
    shareClient: createClientSharer(),
    shareSource: createSourceSharer(),
    watchedBrowsers: createWatchedBrowsers(),
  };
  let state = new PipelineState(compileGoals, maxRecentHits);

  async function process(segment: Segment, slices: Slices): Promise<Batch> {
    const hits = await decodeHits(segment, slices);
    const work = { segment, hits, state, slices };
    const made = await makeGoals(work, automaticGoals);
    const pasts = await findPasts(work, history);
    takeUp(await findResting(work, restingVisitors), state);
    const pass = createPass(segment, state, pasts, caches);
    await fold({ ...work, made, pass, steps });
    const visits = await writeVisits(pass, slices);
    const resting = await settle(state, segment.number, maxOpenVisitors, slices);
    return { hits: pass.hits.take(), ...visits, resting, live: pass.live, notes: pass.notes };
  }

  return {
    async process(segment) {
      const slices = createSlices(pause, watched, segment);
      try {
        return await process(segment, slices);
      } finally {
        slices.leave();
      }
    },
    dump: () => dumpState(state),
    async load(lines) {
      state = await loadState(lines, new PipelineState(compileGoals, maxRecentHits));
    },
    revision: (counterId) => state.counters.get(counterId)?.config.revision,
  };
}

function createPass(
  { number }: Segment,
  state: PipelineState,
  pasts: Pasts,
  caches: Pick<Pass, 'readAgent' | 'shareClient' | 'shareSource' | 'watchedBrowsers'>,
): Pass {
  return {
    segment: number,
    recent: state.recent,
    ...caches,
    now: state.now,
    past: (counterId, visitor) => pasts.get(counterId)?.get(visitor) ?? null,
    hits: createRows(hitColumns(number)),
    touched: [],
    live: [],
    notes: new Map(),
  };
}

interface Fold extends SegmentWork {
  readonly made: MadeGoals;
  readonly pass: Pass;
  readonly steps: readonly Step[];
}

async function fold({ segment, hits, made, state, pass, slices, steps }: Fold): Promise<void> {
  for (const [place, record] of segment.records.entries()) {
    if (slices.due()) await slices.rest();
    slices.begin(place);
    if (record.k === 'c') {
      state.configure(record.config);
      continue;
    }
    if (record.k === 'f') {
      for (const visitor of record.visitors) state.counter(record.c).visits.forget(visitor);
      continue;
    }
    const decoded = hits.get(place);
    if (decoded === undefined) continue;
    const counter = state.counter(record.c);
    for (const goal of made.get(place) ?? []) counter.config = withGoal(counter.config, goal);
    for (const _ of counter.goals.prepare(factOf(decoded.hit))) {
      if (slices.overdue()) await slices.rest();
    }
    const draft = createDraft(decoded.hit, decoded.identity, counter);
    steps.every((step) => step(draft, pass));
    state.now = Math.max(state.now, Math.floor(record.t / 1_000));
  }
  slices.leave();
}

/** Every visit that the segment changed, as it is now. */
async function writeVisits(
  { touched }: Pass,
  slices: Slices,
): Promise<Pick<Batch, 'visits' | 'firstOpenedOn'>> {
  const rows = createRows(VISIT_COLUMNS);
  let first = Infinity;
  for (const one of touched) {
    if (slices.due()) await slices.rest();
    one.visit.version++;
    first = Math.min(first, one.visit.openedOn);
    rows.add(one);
  }
  return { visits: rows.take(), firstOpenedOn: first === Infinity ? null : utcDay(first * DAY_MS) };
}
