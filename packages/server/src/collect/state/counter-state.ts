/** One counter as the pipeline knows it: its settings as of this place in the journal, and its visits. */
import type { CompiledGoals, GoalDefinition } from '../../goals/index.ts';
import type { CounterConfig } from './counter-config.ts';
import { VisitMemory } from '../visits/memory.ts';
import type { PackedVisitors } from '../visits/packed/packed-visitors.ts';

export type CompileGoals = (goals: readonly GoalDefinition[], autogoals: boolean) => CompiledGoals;

export class CounterState {
  readonly visits: VisitMemory;
  readonly #compile: CompileGoals;
  #config: CounterConfig;
  #goals: CompiledGoals | null = null;

  constructor(config: CounterConfig, compile: CompileGoals, packed: PackedVisitors) {
    this.visits = new VisitMemory(config.counterId, packed);
    this.#config = config;
    this.#compile = compile;
  }

  get config(): CounterConfig {
    return this.#config;
  }

  set config(config: CounterConfig) {
    this.#config = config;
    this.#goals = null;
  }

  get goals(): CompiledGoals {
    return (this.#goals ??= this.#compileSound());
  }

  /** A goal that does not compile is one its owner could not have made: it reaches nothing, and stops nothing. */
  #compileSound(): CompiledGoals {
    const { goals: all, autogoals } = this.#config;
    const compiles = (goals: readonly GoalDefinition[]): CompiledGoals | null => {
      try {
        return this.#compile(goals, autogoals);
      } catch {
        return null;
      }
    };
    return (
      compiles(all) ??
      this.#compile(
        all.filter((goal) => compiles([goal]) !== null),
        autogoals,
      )
    );
  }
}

/** The settings with a goal more, or with the goal replaced. */
export function withGoal(config: CounterConfig, goal: GoalDefinition): CounterConfig {
  return { ...config, goals: [...config.goals.filter(({ id }) => id !== goal.id), goal] };
}

/** Settings of a counter that the journal holds hits of before any settings; it never should. */
export function unknownCounter(counterId: number): CounterConfig {
  return {
    counterId,
    status: 'Active',
    revision: -1,
    hosts: [],
    onlyHosts: false,
    visitTimeout: 1_800,
    autogoals: false,
    filterRobots: true,
    currency: '',
    goals: [],
  };
}
