/** Says of each goal why a hit reached it or did not, by the matchers that count [G67]. Pure. */
import { descriptorOf, type Condition, type GoalPart, type OwnValues } from '@goalpost/contract/goals';
import type { TestedGoal, TestOutcome } from '@goalpost/contract/workbench';
import { worthOf, type LiveHit } from '../../collect/index.ts';
import {
  compileGoals,
  concerns,
  displayName,
  NO_MEMORY,
  pricedByOrder,
  partFits,
  recognised,
  sameCondition,
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

export function explain(hit: Tried, { goals, autogoals, currency, language }: Surroundings): TestedGoal[] {
  const { fact } = hit.tried;
  const made = goals.flatMap((goal): TestedGoal[] => {
    const outcome = outcomeOf(goal, hit);
    if (outcome === null) return [];
    const conditions = outcome === 'reached' ? [] : conditionsOf(goal, fact, hit.tried.visit);
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
function outcomeOf(goal: GoalDefinition, { goals: reached, tried }: Tried): TestOutcome | null {
  const { fact, visit, uncounted, robot } = tried;
  if (reached.includes(goal.id)) return 'reached';
  const uncountedBy = uncounted.find(({ goalId }) => goalId === goal.id);
  if (uncountedBy !== undefined) return uncountedBy.reason;
  const does = fitsAsLast(goal, fact, visit);
  if (goal.status === 'Deleted') return does ? 'deleted' : null;
  if (does && robot) return 'robot';
  if (does) return goal.type === 'step' ? 'earlier_step' : 'counted_before';
  if (fitsAsLast(trimmed(goal), trimmedFact(fact), visit)) return 'space';
  return concerns(descriptorOf(goal.type).facts, fact) ? 'no_fit' : 'other_kind';
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

/** Which of its conditions or steps the hit fits. */
function conditionsOf(goal: GoalDefinition, fact: GoalFact, visit: VisitSoFar): TestedGoal['conditions'] {
  const { any = [], all = [] } = goal;
  const parts = [...any, ...all];
  if (parts.length > 0)
    return parts.map((part) => ({ value: wordsOf(part), fits: partFits(part, fact, visit) }));
  return singly(goal).map(({ value, goal: one }) => ({ value, fits: fits(one, fact, visit) }));
}

/** Conditions or steps, each as a goal of its own. */
function singly(goal: GoalDefinition): { value: string; goal: GoalDefinition }[] {
  const { steps } = goal;
  if (steps.length > 0) return steps.map((step) => ({ value: wordsOf(step), goal: alone(goal, step) }));
  return goal.conditions.map((condition) => ({
    value: condition.url,
    goal: { ...goal, conditions: [condition] },
  }));
}

const wordsOf = (part: Pick<GoalPart, 'type' | 'conditions'> & OwnValues): string =>
  [part.type, ...part.conditions.map(({ url }) => url), ...rangeOf(part)].join(' ').trim();

const rangeOf = ({ price_from: from, price_to: to }: OwnValues): string[] =>
  from === undefined && to === undefined ? [] : [`${from ?? ''}–${to ?? ''}`];

const trimmedAll = (conditions: readonly Condition[]): Condition[] =>
  conditions.map((condition) => ({ ...condition, url: condition.url.trim() }));

function trimmed(goal: GoalDefinition): GoalDefinition {
  const { steps, conditions } = goal;
  return {
    ...goal,
    conditions: trimmedAll(conditions),
    steps: steps.map((step) => ({ ...step, conditions: trimmedAll(step.conditions) })),
  };
}

const trimmedFact = (fact: GoalFact): GoalFact =>
  fact.kind === 'event' ? { ...fact, identifier: fact.identifier.trim() } : fact;
