/**
 * A counter's goals, compiled: asked for every hit which of them it reaches [G1]. Goals of exact event
 * identifiers are found by name, so that any number of them costs a hit that reaches none next to nothing.
 */
import { isBehaviour } from './automatic/behaviours.ts';
import { byFact } from './by-fact.ts';
import { byAddressAlone, fitsAddress } from './addresses/by-address-alone.ts';
import type { FactName } from '@goalpost/contract/goals';
import type { GoalDefinition } from './definition.ts';
import { findByAddress, type AddressConditions } from './addresses/find-by-address.ts';
import type { GoalFact, VisitSoFar } from './fact.ts';
import type { GoalMatcher } from './goal-type.ts';
import { priceOf, type SaidPrice } from './commerce/orders.ts';
import { onlyAutomatic } from './only-automatic.ts';
import { GOAL_TYPES } from './registry.ts';
import { factsOf } from './steps/facts-of.ts';
import { createPageReader, readPage } from './addresses/read-pages.ts';
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
  /** Those that say where their prices stand, and that an earlier hit may reach late [G29]. */
  readonly placed: readonly GoalDefinition[];
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

/** From so many goals on, the address of a page that comes again is cheaper to remember than to read. */
const MANY = 16;
const NONE_FOUND: readonly Found[] = Object.freeze([]);
const NOBODY: readonly GoalDefinition[] = Object.freeze([]);
const NOTHING: readonly void[] = Object.freeze([]);
const NO_PRICES: Matched['prices'] = new Map();
const NO_LATE: readonly LateReach[] = Object.freeze([]);

function remember(answer: Answer, key: string, steps: StepsTaken): void {
  if (answer.memory[key] === steps) return;
  if (answer.isOwn) (answer.memory as Record<string, StepsTaken>)[key] = steps;
  else answer.memory = { ...answer.memory, [key]: steps };
  answer.isOwn = true;
}

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
  const addressed: { readonly conditions: AddressConditions; readonly value: Found }[] = [];
  /** Goals that an action with products may name [G51]. */
  const byId = new Map<number, Found>();
  const others: { readonly facts: readonly FactName[]; readonly value: Asked }[] = [];

  for (const [place, goal] of asked.entries()) {
    if (goal.status !== 'Active') continue;
    const found: Found = { place, goal };
    byId.set(goal.id, found);
    const type = GOAL_TYPES[goal.type];
    const identifiers = type.identifiers(goal);
    if (identifiers !== null) {
      for (const identifier of new Set(identifiers)) {
        const before = byIdentifier.get(identifier);
        if (before) before.push(found);
        else byIdentifier.set(identifier, [found]);
      }
      continue;
    }
    const compiled = type.compile(goal);
    const alone =
      compiled.test === undefined ? undefined : fitsAddress([{ type: goal.type, matcher: compiled }]);
    const matcher: GoalMatcher = alone === undefined ? compiled : { ...compiled, fitsAddress: alone };
    if (matcher.addresses !== undefined) addressed.push({ conditions: matcher.addresses, value: found });
    else others.push({ facts: [...factsOf(goal)], value: { place, key: String(goal.id), goal, matcher } });
  }
  const concerned = byFact(others);
  const slowPatterns = byFact(
    others.flatMap(({ facts, value }) => value.matcher.slow.map((one) => ({ facts, value: one }))),
  );
  const byAddress = findByAddress(addressed);
  const isMany = others.length + addressed.length >= MANY;
  const pageOf = isMany ? createPageReader() : readPage;
  const left = isMany ? byAddressAlone<Asked>() : (all: readonly Asked[]) => all;
  /** Goals that are found by the hit's name or address. */
  const namedBy = (subject: Subject): readonly Found[] =>
    subject.kind === 'event' ? (byIdentifier.get(subject.identifier) ?? NONE_FOUND) : byAddress(subject);

  return {
    asksMore: asked.some(({ any = [], all = [] }) =>
      [...any, ...all].some(({ type }) => type === 'price' || type === 'device'),
    ),
    // What has a plain test remembers nothing, and nothing reaches it late.
    placed: others.flatMap(({ value: { goal, matcher } }) =>
      goal.pricePlace !== undefined && matcher.test === undefined ? [goal] : [],
    ),
    behaviours: new Set(goals.filter(({ autoEntry }) => isBehaviour(autoEntry)).map(({ id }) => id)),
    prepare(fact) {
      const patterns = slowPatterns(fact);
      return patterns.length === 0 ? NOTHING : answers(patterns, fact);
    },
    match(fact, place, memory, visit) {
      const toAsk = concerned(fact);
      const mayBeNamed = fact.kind === 'event' ? byIdentifier.has(fact.identifier) : addressed.length > 0;
      if (!mayBeNamed && toAsk.length === 0 && !fact.commerce)
        return { reached: NOBODY, prices: NO_PRICES, late: NO_LATE, memory };

      const subject = subjectOf(fact, visit, pageOf);
      const answer: Answer = {
        found: [...namedBy(subject)],
        late: [],
        prices: null,
        memory,
        isOwn: false,
      };
      const still = left(toAsk, subject);
      const isStepless = still.some(({ goal }) => goal.type === 'step') && takesNoStep(subject);
      for (const one of still) {
        if (!isStepless || one.goal.type !== 'step') ask(one, subject, place, answer);
      }
      if (fact.commerce) addNamed(subject, byId, answer);
      const { found, late, prices } = answer;
      return {
        reached: found.length === 0 ? NOBODY : inOrder(found),
        prices: prices ?? NO_PRICES,
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
  prices: Map<number, SaidPrice | null> | null;
  memory: GoalMemory;
  /** The memory was made for this answer and may be added to. */
  isOwn: boolean;
}

function ask(
  { place: inList, key, goal, matcher }: Asked,
  subject: Subject,
  place: number,
  answer: Answer,
): void {
  if (matcher.test !== undefined) {
    if (matcher.test(subject)) found({ place: inList, goal, matcher }, subject, answer);
    return;
  }
  const result = matcher.match(subject, place, answer.memory[key] ?? null);
  if (result.memory !== null) remember(answer, key, result.memory);
  for (const at of result.reached) {
    if (at !== place) {
      answer.late.push({ goal, place: at });
      continue;
    }
    found({ place: inList, goal, matcher }, subject, answer);
  }
}

function found(
  { place, goal, matcher }: Found & Pick<Asked, 'matcher'>,
  subject: Subject,
  answer: Answer,
): void {
  answer.found.push({ place, goal });
  const price = matcher.price?.(subject);
  if (price !== undefined) (answer.prices ??= new Map()).set(goal.id, price);
}

/** Goals that an action with products names reach with it [G51]. */
function addNamed(subject: Subject, byId: ReadonlyMap<number, Found>, answer: Answer): void {
  for (const action of subject.commerce()) {
    const meant = action.goalId === 0 ? undefined : byId.get(action.goalId);
    if (meant === undefined) continue;
    if (!answer.found.some(({ goal }) => goal.id === action.goalId)) answer.found.push(meant);
    if (action.action === 'purchase') (answer.prices ??= new Map()).set(action.goalId, priceOf([action]));
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
