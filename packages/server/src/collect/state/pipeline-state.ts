/** Everything that the pipeline remembers from one segment to the next; a function of the segments [V17]. */
import { CounterState, unknownCounter, type CompileGoals } from './counter-state.ts';
import type { CounterConfig } from './counter-config.ts';
import { RecentKeys } from '../steps/duplicates/recent-keys.ts';
import { PackedVisitors } from '../visits/packed/packed-visitors.ts';

export class PipelineState {
  readonly counters = new Map<number, CounterState>();
  readonly recent: RecentKeys;
  /** Open visits of all counters. */
  readonly packed = new PackedVisitors();
  /** Arrival of the latest hit so far, seconds. */
  now = 0;
  readonly #compile: CompileGoals;

  /** @param maxRecentHits hits whose keys are kept against duplicates [V31] */
  constructor(compile: CompileGoals, maxRecentHits: number) {
    this.recent = new RecentKeys(maxRecentHits);
    this.#compile = compile;
  }

  counter(counterId: number): CounterState {
    return this.counters.get(counterId) ?? this.configure(unknownCounter(counterId));
  }

  configure(config: CounterConfig): CounterState {
    const known = this.counters.get(config.counterId);
    if (known !== undefined) {
      known.config = config;
      return known;
    }
    const made = new CounterState(config, this.#compile, this.packed);
    this.counters.set(config.counterId, made);
    return made;
  }
}
