/** Step: the goals that the hit reaches [G1], thinned out as the rules say [G7, G8, G19]. */
import type { GoalDefinition, GoalFact } from '../../goals/index.ts';
import type { Hit } from '../decode/hit.ts';
import { addReach, isRepeated, MAX_REACHES, type Reach } from '../visits/reach.ts';
import type { Draft, Step } from './step.ts';

const NONE: readonly Reach[] = Object.freeze([]);
const OTHER: GoalFact = Object.freeze({ kind: 'other' });

/** The hit as goals look at it. */
export function factOf({ kind, identifier, url }: Hit): GoalFact {
  if (kind === 'event') return { kind: 'event', identifier };
  return kind === 'view' ? { kind: 'view', url } : OTHER;
}

export const goals: Step = (draft) => {
  const { hit, counter, visit, robot } = draft;
  draft.reaches = NONE;
  if (robot) return true;
  const { reached, memory } = counter.goals.match(factOf(hit), visit.goalMemory);
  visit.goalMemory = memory;
  if (reached.length > 0) draft.reaches = reached.flatMap((goal) => reach(draft, goal));
  return true;
};

function reach({ hit, counter, visit }: Draft, goal: GoalDefinition): readonly Reach[] {
  if ((visit.reaches?.length ?? 0) >= MAX_REACHES) return NONE;
  if (isRepeated(counter.visits.latest(hit.visitor, visit.robot), goal.id, hit)) return NONE;
  const own = counter.config.currency;
  const made: Reach = {
    goalId: goal.id,
    at: hit.at,
    second: hit.second,
    arrivedAt: hit.arrivedAt,
    price: hit.price?.amount ?? goal.defaultPrice,
    currency: hit.price?.currency || own,
  };
  addReach(visit, made);
  return [made];
}
