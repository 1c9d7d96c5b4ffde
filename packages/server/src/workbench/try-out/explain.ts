/** Says of each goal why a hit reached it or did not, by the matchers that count [G67]. Pure. */
import type { Condition, GoalPart, OwnValues } from '@goalpost/contract/goals';
import type { TestedGoal, TestOutcome } from '@goalpost/contract/workbench';
import { worthOf, type LiveHit } from '../../collect/index.ts';
import {
  compileGoals,
  concerns,
  decidingMark,
  displayName,
  factsOf,
  happeningParts,
  keptFor,
  NO_MEMORY,
  onlyAutomatic,
  pricedByOrder,
  partFits,
  recognised,
  sameCondition,
  subjectOf,
  takenOfWhole,
  type GoalDefinition,
  type GoalFact,
  type Language,
  type VisitSoFar,
} from '../../goals/index.ts';

export interface Surroundings {
  /** Deleted ones too. */
  readonly goals: readonly GoalDefinition[];
  readonly autogoals: boolean;
  /** The counter's. */
  readonly currency: string;
  readonly language: Language;
}

type Tried = Required<Pick<LiveHit, 'goals' | 'tried'>>;

export function explain(hit: Tried, around: Surroundings): TestedGoal[] {
  const { goals, autogoals, currency, language } = around;
  const { fact } = hit.tried;
  const made = goals.flatMap((goal): TestedGoal[] => {
    const outcome = outcomeOf(goal, hit, around);
    if (outcome === null) return [];
    const conditions = outcome === 'reached' ? [] : conditionsOf(goal, hit.tried);
    const worth = outcome === 'reached' ? worthAt(goal, hit.tried, currency) : {};
    return [{ goal_id: goal.id, name: displayName(goal, language), outcome, conditions, ...worth }];
  });
  if (autogoals) return made;
  const notMade = recognised(fact).filter(
    (entry) =>
      !entry.always &&
      !goals.some(
        (goal) => goal.autoEntry === entry.id || (goal.status === 'Active' && sameCondition(goal, entry)),
      ),
  );
  return [
    ...made,
    ...notMade.map(({ names }) => ({
      goal_id: 0,
      name: names[language],
      outcome: 'switch_off' as const,
      conditions: [],
    })),
  ];
}

/** Nothing of a goal that an earlier hit reached, by this one's coming [G29]. */
function worthAt(
  goal: GoalDefinition,
  { reached, fact, pagePrices }: Tried['tried'],
  own: string,
): Pick<TestedGoal, 'worth'> {
  const { id, pricePlace } = goal;
  const counted = reached.find(({ goalId }) => goalId === id);
  if (counted === undefined) return {};
  const { params = '', commerce = '' } = fact;
  const hit = { params, pagePrices, hasOrder: pricedByOrder(goal, commerce) };
  return { worth: worthOf(counted, pricePlace, hit, own) };
}

/** Null: there is nothing to say of a goal that is deleted and would not fit. */
function outcomeOf(
  goal: GoalDefinition,
  { goals: reached, tried }: Tried,
  around: Surroundings,
): TestOutcome | null {
  const { fact, visit, uncounted } = tried;
  if (reached.includes(goal.id)) return 'reached';
  const uncountedBy = uncounted.find(({ goalId }) => goalId === goal.id);
  if (uncountedBy !== undefined) return uncountedBy.reason;
  const does = fitsAsLast(goal, fact, visit);
  if (goal.status === 'Deleted') return does ? 'deleted' : null;
  if (does) return outcomeOfFit(goal, tried, around);
  if (countedBefore(goal, false, tried)) return 'counted_before';
  if (fitsAsLast(trimmed(goal), trimmedFact(fact), visit)) return 'space';
  return concerns([...factsOf(goal)], fact) ? 'no_fit' : 'other_kind';
}

/** Of a hit that fits, and reached nothing. */
function outcomeOfFit(goal: GoalDefinition, tried: Tried['tried'], around: Surroundings): TestOutcome {
  if (tried.robot) return 'robot';
  if (tried.switchedOff) return 'vendor_off';
  if (tried.asked[goal.id] !== decidingMark(goal)) return 'changed_since';
  if (goal.type === 'step') return stepOutcome(goal, tried, around);
  return countedBefore(goal, true, tried) ? 'counted_before' : 'changed_since';
}

/** Of a hit that fits the last step. */
function stepOutcome(
  goal: GoalDefinition,
  { fact, memory }: Tried['tried'],
  around: Surroundings,
): TestOutcome {
  if (onlyAutomatic(around.goals, around.autogoals)(subjectOf(fact))) return 'only_automatic';
  const taken = keptFor(goal, memory)?.taken.length ?? 0;
  return taken < goal.steps.length - 1 ? 'earlier_step' : 'changed_since';
}

/** Whether the goal, or the order, counts once and did by an earlier hit [G31, G41, G49, G50, G52, G57, G58]. */
function countedBefore(
  goal: GoalDefinition,
  does: boolean,
  { fact, visit, memory }: Tried['tried'],
): boolean {
  const { all, any, fields } = goal;
  const kept = keptFor(goal, memory);
  if (goal.type === 'number') return fact.kind === 'view' && visit.views > (fields?.depth ?? Infinity);
  if (all !== undefined) return kept !== undefined && kept.taken.length >= takenOfWhole(all);
  // What keeps a memory and is no list is one of those that count once.
  if (does) return kept !== undefined && (any === undefined || kept.taken.length > 0);
  const { countedOrders: _orders, ...anew } = visit;
  return Boolean(fact.commerce) && fitsAsLast(goal, fact, anew);
}

/** By itself, as if nothing had been before. */
function fits(goal: GoalDefinition, fact: GoalFact, visit: VisitSoFar): boolean {
  const counting = compileGoals([{ ...goal, status: 'Active' }]);
  return counting.match(fact, visit.hits, NO_MEMORY, visit).reached.length > 0;
}

/** Of steps the last, which completes the goal. */
function fitsAsLast(goal: GoalDefinition, fact: GoalFact, visit: VisitSoFar): boolean {
  const last = goal.steps.at(-1);
  return fits(last === undefined ? goal : alone(goal, last), fact, visit);
}

interface Part extends Pick<GoalDefinition, 'type' | 'conditions'> {
  readonly fields?: GoalDefinition['fields'];
}

const alone = (goal: GoalDefinition, { type, conditions, fields = {} }: Part): GoalDefinition => {
  const { any: _any, all: _all, ...rest } = goal;
  return { ...rest, type, conditions, fields, steps: [] };
};

/** Which of its conditions or steps the hit fits, and which an earlier one met for good. */
function conditionsOf(
  goal: GoalDefinition,
  { fact, visit, memory }: Tried['tried'],
): TestedGoal['conditions'] {
  const { any = [], all = [], steps } = goal;
  const parts = [...any, ...all];
  const taken = keptFor(goal, memory)?.taken ?? [];
  if (parts.length > 0) {
    const happening = happeningParts(parts);
    return parts.map((part) => {
      const fitsNow = partFits(part, fact, visit);
      const earlier = !fitsNow && taken.includes(happening.indexOf(part));
      return { type: part.type, value: wordsOf(part), fits: fitsNow, earlier };
    });
  }
  return singly(goal).map(({ goal: one, ...named }, place) => {
    const fitsNow = fits(one, fact, visit);
    return { ...named, fits: fitsNow, earlier: !fitsNow && steps.length > 0 && place < taken.length };
  });
}

/** Conditions or steps, each as a goal of its own. */
function singly(goal: GoalDefinition): { type?: string; value: string; goal: GoalDefinition }[] {
  const { steps } = goal;
  if (steps.length > 0)
    return steps.map((step) => ({ type: step.type, value: wordsOf(step), goal: alone(goal, step) }));
  return goal.conditions.map((condition) => ({
    value: condition.url,
    goal: { ...goal, conditions: [condition] },
  }));
}

const wordsOf = (part: Pick<GoalPart, 'type' | 'conditions'> & OwnValues): string =>
  [part.type, ...part.conditions.map(({ url }) => url), ...rangeOf(part)].filter(Boolean).join(' ');

const rangeOf = ({ price_from: from, price_to: to }: OwnValues): string[] =>
  from === undefined && to === undefined ? [] : [`${from ?? ''}–${to ?? ''}`];

const trimmedAll = (conditions: readonly Condition[]): Condition[] =>
  conditions.map((condition) => ({ ...condition, url: condition.url.trim() }));

const trimmedParts = (parts: readonly GoalPart[]): GoalPart[] =>
  parts.map((part) => ({ ...part, conditions: trimmedAll(part.conditions) }));

function trimmed(goal: GoalDefinition): GoalDefinition {
  const { steps, conditions, any, all } = goal;
  return {
    ...goal,
    conditions: trimmedAll(conditions),
    steps: steps.map((step) => ({ ...step, conditions: trimmedAll(step.conditions) })),
    ...(any && { any: trimmedParts(any) }),
    ...(all && { all: trimmedParts(all) }),
  };
}

/** Without spaces around the identifier, and around texts in params. */
function trimmedFact(fact: GoalFact): GoalFact {
  const params = trimmedParams(fact.params ?? '');
  return fact.kind === 'event'
    ? { ...fact, params, identifier: fact.identifier.trim() }
    : { ...fact, params };
}

function trimmedParams(params: string): string {
  try {
    return JSON.stringify(
      JSON.parse(params, (_, value: unknown) => (typeof value === 'string' ? value.trim() : value)),
    );
  } catch {
    return params;
  }
}
