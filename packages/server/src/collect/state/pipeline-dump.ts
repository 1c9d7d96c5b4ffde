/** The pipeline's state as lines of JSON, one thing a line, and back. */
import type { CounterConfig } from './counter-config.ts';
import type { PipelineState } from './pipeline-state.ts';
import { createVisitReader, createVisitWriter, DUMP_VERSION, type VisitLine } from '../visits/visit-dump.ts';

const READABLE: readonly number[] = [1, DUMP_VERSION];

type Line =
  | readonly ['state', version: number, now: number]
  | readonly ['config', CounterConfig]
  | readonly ['keys', day: number, keys: string]
  | VisitLine;

export function* dumpState(state: PipelineState): Generator<string> {
  yield line(['state', DUMP_VERSION, state.now]);
  for (const [day, keys] of state.recent.dump()) yield line(['keys', day, keys]);
  const write = createVisitWriter();
  for (const [counterId, { config, visits }] of state.counters) {
    yield line(['config', config]);
    for (const visit of visits.all()) for (const part of write(counterId, visit)) yield line(part);
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
  for await (const text of lines) {
    if (text.trim() === '') continue;
    const value = JSON.parse(text) as Line;
    if (value[0] === 'state') {
      if (!READABLE.includes(value[1])) throw new Error(`a checkpoint of version ${value[1]} cannot be read`);
      read = createVisitReader(value[1]);
      state.now = value[2];
      begun = true;
      continue;
    }
    if (!begun) throw new Error('not a checkpoint of the pipeline');
    if (value[0] === 'config') state.configure(value[1]);
    else if (value[0] === 'keys') state.recent.load(value[1], value[2]);
    else {
      const found = read(value);
      if (found !== null) state.counter(found.counterId).visits.restore(found.visit);
    }
  }
  return state;
}
