/** The pipeline's state as lines of JSON, one thing a line, and back. */
import type { CounterConfig } from './counter-config.ts';
import type { PipelineState } from './pipeline-state.ts';
import { forgettingBound } from '../visits/memory.ts';
import { withEarlier } from '../visits/visit.ts';
import {
  createVisitReader,
  createVisitWriter,
  DUMP_VERSION,
  type FoundVisit,
  type VisitLine,
} from '../visits/visit-dump.ts';

const READABLE: readonly number[] = [1, 2, DUMP_VERSION];

type Line =
  | readonly ['state', version: number, now: number, keysForgottenUpTo?: number]
  | readonly ['config', CounterConfig, bound?: number, restingUntil?: number]
  | readonly ['keys', day: number, keys: string, latest?: number]
  | VisitLine;

export function* dumpState(state: PipelineState): Generator<string> {
  yield line(['state', DUMP_VERSION, state.now, state.recent.forgottenUpTo]);
  for (const keys of state.recent.dump()) yield line(['keys', ...keys]);
  for (const { config, visits } of state.counters.values()) {
    yield line(['config', config, visits.bound, visits.restingUntil]);
  }
  const write = createVisitWriter();
  for (const { counterId, visits } of state.packed.all()) {
    for (const visit of [...withEarlier(visits())].toReversed()) {
      for (const part of write(counterId, visit)) yield line(part);
    }
  }
}

const line = (value: Line): string => JSON.stringify(value);

/**
 * @param state an empty one
 * @returns the same, filled
 * @throws where the lines are no dump, or one of another version
 */
export async function loadState(lines: AsyncIterable<string>, state: PipelineState): Promise<PipelineState> {
  let read = createVisitReader();
  let begun = false;
  let previous: FoundVisit | null = null;
  for await (const text of lines) {
    if (text.trim() === '') continue;
    const value = JSON.parse(text) as Line;
    if (value[0] === 'state') {
      if (!READABLE.includes(value[1])) throw new Error(`a checkpoint of version ${value[1]} cannot be read`);
      read = createVisitReader(value[1]);
      state.now = value[2];
      state.recent.loadForgotten(value[3] ?? 0);
      begun = true;
      continue;
    }
    if (!begun) throw new Error('not a checkpoint of the pipeline');
    if (value[0] === 'config') {
      const { visits } = state.configure(value[1]);
      visits.raiseBound(value[2] ?? forgettingBound(state.now, value[1].visitTimeout));
      visits.putDown(value[3] ?? 0);
    } else if (value[0] === 'keys') state.recent.load(value[1], value[2], value[3]);
    else {
      const found = read(value);
      if (found === null) continue;
      const { visits } = state.counter(found.counterId);
      if (previous !== null && !isSame(previous, found)) pack(state, previous);
      visits.restore(found.visit);
      previous = found;
    }
  }
  if (previous !== null) pack(state, previous);
  return state;
}

/** Visits of one visitor follow each other; all others' are packed, so that memory never holds them all in full. */
function isSame(one: FoundVisit, other: FoundVisit): boolean {
  return (
    one.counterId === other.counterId &&
    one.visit.visitor === other.visit.visitor &&
    one.visit.robot === other.visit.robot
  );
}

function pack(state: PipelineState, { counterId }: FoundVisit): void {
  for (const _ of state.counter(counterId).visits.pack());
}
