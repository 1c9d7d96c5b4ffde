/** Suggests goals for what happens and is counted by no goal of its own [G65]. */
import { GoalInput } from '@goalpost/contract/goals';
import type { GoalSuggestion, GoalSuggestions } from '@goalpost/contract/workbench';
import {
  compileGoals,
  goalFaults,
  NO_MEMORY,
  sameCondition,
  type CompiledGoals,
  type GoalDefinition,
} from '../../goals/index.ts';
import { createPauses } from '../../kit/pauses.ts';
import type { FrequentHit } from './frequent-hits.ts';
import { proposalOf, type Proposed } from './propose.ts';

/** Of one type, so that buttons leave room for the others. */
const MOST_OF_A_TYPE = 5;

export interface SuggestFor {
  /** Deleted ones too. */
  readonly goals: readonly GoalDefinition[];
  readonly autogoals: boolean;
}

export async function suggest(
  found: readonly (FrequentHit & { readonly what: string })[],
  { goals, autogoals }: SuggestFor,
): Promise<Pick<GoalSuggestions, 'suggestions' | 'others'>> {
  const counting = compileGoals(goals, autogoals, goals.filter(isOfItsOwn));
  const pause = createPauses();
  const all = new Map<string, GoalSuggestion>();
  for (const { fact, what, hits } of found) {
    await pause();
    const goal = proposalOf(fact.kind === 'view' ? { ...fact, url: what } : fact);
    if (goal === null) continue;
    for (const _ of counting.prepare(fact)) await pause();
    if (isCounted(counting, fact)) continue;
    const key = JSON.stringify(goal);
    all.set(key, { goal, hits: hits + (all.get(key)?.hits ?? 0) });
  }
  const ofType = new Map<string, number>();
  const fitting = [...all.values()]
    .filter(({ goal }) => canBeMade(goal) && !goals.some((known) => sameCondition(known, goal)))
    .toSorted((a, b) => b.hits - a.hits);
  const suggestions = fitting.filter(({ goal: { type } }) => {
    const before = ofType.get(type) ?? 0;
    ofType.set(type, before + 1);
    return before < MOST_OF_A_TYPE;
  });
  return { suggestions, others: fitting.length - suggestions.length };
}

/** A goal for any form, or for what a visit reaches by lasting, leaves single deeds without one of their own. */
const GENERAL: ReadonlySet<string> = new Set(['form', 'button', 'contact_data', 'contact_data_sent']);
const OF_THE_VISIT: ReadonlySet<string> = new Set([
  'number',
  'visit_duration',
  'scroll',
  'active_time',
  'search',
]);

function isOfItsOwn({ status, type, conditions }: GoalDefinition): boolean {
  if (status !== 'Active' || OF_THE_VISIT.has(type)) return false;
  return !(GENERAL.has(type) && conditions.length === 0);
}

const isCounted = (counting: CompiledGoals, fact: FrequentHit['fact']): boolean =>
  counting.match(fact, 1, NO_MEMORY).reached.length > 0;

function canBeMade(goal: Proposed): boolean {
  const input = GoalInput.safeParse({ ...goal, name: goal.type });
  return input.success && goalFaults(input.data, { autogoals: false, goals: [] }).length === 0;
}
