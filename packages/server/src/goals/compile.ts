/**
 * A counter's goals, compiled: asked for every hit which of them it reaches [G1]. Goals of exact event
 * identifiers are found by name, so that any number of them costs a hit that reaches none next to nothing.
 */
import { isBehaviour } from './automatic/behaviours.ts';
import { FACTS, type FactName } from '@goalpost/contract/goals';
import type { GoalDefinition } from './definition.ts';
import type { GoalFact, VisitSoFar } from './fact.ts';
import type { GoalMatcher } from './goal-type.ts';
import { priceOf, type SaidPrice } from './commerce/orders.ts';
import { onlyAutomatic } from './only-automatic.ts';
import { GOAL_TYPES } from './registry.ts';
import { factsOf } from './steps/facts-of.ts';
import type { StepsTaken } from './steps/steps-taken.ts';
import type { SlowPattern } from './patterns/slow-pattern.ts';
import { subjectOf, type Subject } from './subject.ts';
import { bounded } from './steps/waiting-hits.ts';

/** What goals keep of a visit, by goal id. Plain JSON; `NO_MEMORY` at its start. */
export type GoalMemory = Readonly<Record<string, StepsTaken>>;
export const NO_MEMORY: GoalMemory = Object.freeze({});

/** A goal that an earlier come hit reaches only now, because a late hit took the step before it [G29]. */
export interface LateReach {
  readonly goal: GoalDefinition;
  /** Of the hit that reaches it. */
  readonly place: number;
}

export interface Matched {
  /** Goals that the hit itself reaches, in the order they were given. */
  readonly reached: readonly GoalDefinition[];
  /** What reaches of the hit itself are worth, by goal, where it is not what the hit's params say; null: nothing. */
  readonly prices: ReadonlyMap<number, SaidPrice | null>;
  /** Earliest place first. */
  readonly late: readonly LateReach[];
  /** For the visit's next hit. */
  readonly memory: GoalMemory;
}

export interface CompiledGoals {
  /** Ids of automatic goals of what visitors do on any site: their reaches are bounded apart [G43]. */
  readonly behaviours: ReadonlySet<number>;
  /** Whether any goal asks for the prices of hits or for devices [G71, G72]. */
  readonly asksMore: boolean;
  /**
   * @param place puts the hits of a visit in order, which may arrive in another one; its own for each hit
   * @param memory what the last `match` of the same visit gave; `NO_MEMORY` for its first hit
   * @param visit as it stands with this hit
   */
  match(fact: GoalFact, place: number, memory: GoalMemory, visit?: VisitSoFar): Matched;
  /**
   * Works out, step by step, what takes long about a hit, so that others can run in between; `match` of the
   * same hit is quick after it.
   */
  prepare(fact: GoalFact): Iterable<void>;
}

interface Asked {
  readonly place: number;
  readonly key: string;
  readonly goal: GoalDefinition;
  readonly matcher: GoalMatcher;
}

interface Found {
  readonly place: number;
  readonly goal: GoalDefinition;
}

const NOBODY: readonly GoalDefinition[] = Object.freeze([]);
const NOTHING: readonly void[] = Object.freeze([]);
const NO_PRICES: Matched['prices'] = new Map();
const NO_LATE: readonly LateReach[] = Object.freeze([]);

function remember(memory: GoalMemory, key: string, steps: StepsTaken | null): GoalMemory {
  if (steps === null || memory[key] === steps) return memory;
  return { ...memory, [key]: steps };
}

type PerFact<T> = Readonly<Record<FactName, T[]>>;

const perFact = <T>(): PerFact<T> =>
  Object.fromEntries(FACTS.map((fact) => [fact, [] as T[]])) as Record<FactName, T[]>;

/** Those that look at the hit's kind, or at something that it carries; each once. */
function concerned<T>(all: PerFact<T>, { kind, params, commerce }: GoalFact): readonly T[] {
  const paramsToo = params && kind !== 'params' ? all.params : NONE_CARRIED;
  const commerceToo = commerce ? all.commerce : NONE_CARRIED;
  if (paramsToo.length === 0 && commerceToo.length === 0) return all[kind];
  return [...new Set([...all[kind], ...paramsToo, ...commerceToo])];
}
const NONE_CARRIED: readonly never[] = Object.freeze([]);

/**
 * Active goals only: a deleted one collects nothing [G16].
 * @param autogoals the switch of automatic goals [G9], which decides about steps [G25]
 * @param asked those of the goals that hits are held against; the others only decide about steps
 */
export function compileGoals(
  goals: readonly GoalDefinition[],
  autogoals = false,
  asked: readonly GoalDefinition[] = goals,
): CompiledGoals {
  const takesNoStep = onlyAutomatic(goals, autogoals);
  const byIdentifier = new Map<string, Found[]>();
  /** Goals that an action with products may name [G51]. */
  const byId = new Map<number, Found>();
  const matchers = perFact<Asked>();
  const slow = perFact<SlowPattern>();

  for (const [place, goal] of asked.entries()) {
    if (goal.status !== 'Active') continue;
    byId.set(goal.id, { place, goal });
    const type = GOAL_TYPES[goal.type];
    const identifiers = type.identifiers(goal);
    if (identifiers === null) {
      const entry = { place, key: String(goal.id), goal, matcher: type.compile(goal) };
      for (const kind of factsOf(goal)) {
        matchers[kind].push(entry);
        slow[kind].push(...entry.matcher.slow);
      }
    } else {
      for (const identifier of new Set(identifiers)) {
        const found = byIdentifier.get(identifier);
        if (found) found.push({ place, goal });
        else byIdentifier.set(identifier, [{ place, goal }]);
      }
    }
  }

  return {
    asksMore: asked.some(({ any = [], all = [] }) =>
      [...any, ...all].some(({ type }) => type === 'price' || type === 'device'),
    ),
    behaviours: new Set(goals.filter(({ autoEntry }) => isBehaviour(autoEntry)).map(({ id }) => id)),
    prepare(fact) {
      const patterns = concerned(slow, fact);
      return patterns.length === 0 ? NOTHING : answers(patterns, fact);
    },
    match(fact, place, memory, visit) {
      const named = fact.kind === 'event' ? byIdentifier.get(fact.identifier) : undefined;
      const others = concerned(matchers, fact);
      if (named === undefined && others.length === 0 && !fact.commerce)
        return { reached: NOBODY, prices: NO_PRICES, late: NO_LATE, memory };

      const subject = subjectOf(fact, visit);
      const answer: Answer = {
        found: named === undefined ? [] : [...named],
        late: [],
        prices: new Map(),
        memory,
      };
      const isStepless = others.some(({ goal }) => goal.type === 'step') && takesNoStep(subject);
      for (const one of others) {
        if (!isStepless || one.goal.type !== 'step') ask(one, subject, place, answer);
      }
      if (fact.commerce) addNamed(subject, byId, answer);
      const { found, late, prices } = answer;
      return {
        reached: found.length === 0 ? NOBODY : inOrder(found),
        prices,
        late: late.length === 0 ? NO_LATE : late.toSorted((one, other) => one.place - other.place),
        memory: answer.memory === memory ? memory : bounded(answer.memory),
      };
    },
  };
}

/** What goals answer to one hit, as it comes together. */
interface Answer {
  readonly found: Found[];
  readonly late: LateReach[];
  readonly prices: Map<number, SaidPrice | null>;
  memory: GoalMemory;
}

function ask(
  { place: inList, key, goal, matcher }: Asked,
  subject: Subject,
  place: number,
  answer: Answer,
): void {
  const result = matcher.match(subject, place, answer.memory[key] ?? null);
  answer.memory = remember(answer.memory, key, result.memory);
  for (const at of result.reached) {
    if (at !== place) {
      answer.late.push({ goal, place: at });
      continue;
    }
    answer.found.push({ place: inList, goal });
    const price = matcher.price?.(subject);
    if (price !== undefined) answer.prices.set(goal.id, price);
  }
}

/** Goals that an action with products names reach with it [G51]. */
function addNamed(subject: Subject, byId: ReadonlyMap<number, Found>, { found, prices }: Answer): void {
  for (const action of subject.commerce()) {
    const meant = action.goalId === 0 ? undefined : byId.get(action.goalId);
    if (meant === undefined) continue;
    if (!found.some(({ goal }) => goal.id === action.goalId)) found.push(meant);
    if (action.action === 'purchase') prices.set(action.goalId, priceOf([action]));
  }
}

function inOrder(found: readonly Found[]): readonly GoalDefinition[] {
  return found.toSorted((one, other) => one.place - other.place).map(({ goal }) => goal);
}

function* answers(slow: readonly SlowPattern[], fact: GoalFact): Generator<void> {
  const subject = subjectOf(fact);
  for (const { test, texts } of slow) {
    for (const text of texts(subject)) {
      test(text);
      yield;
    }
  }
}
