/** Reaches of a visit, and the rules that thin them out [G7, G8]. */
import type { HitTime } from '../decode/hit-time.ts';
import type { Visit, Reach } from './visit.ts';

/** Reaches of one visit that come from hits, over all goals [G8]. */
export const MAX_REACHES = 400;
/** Of these, reaches of automatic goals of behaviours; they do not use up what the other goals have [G43]. */
export const MAX_BEHAVIOUR_REACHES = 100;

/** Whether the visit takes no more reaches of this goal. */
export function isFull(reaches: readonly Reach[], behaviours: ReadonlySet<number>, goalId: number): boolean {
  if (reaches.length < MAX_BEHAVIOUR_REACHES) return false;
  const ofBehaviours = reaches.filter((reach) => behaviours.has(reach.goalId)).length;
  return behaviours.has(goalId)
    ? ofBehaviours >= MAX_BEHAVIOUR_REACHES || reaches.length >= MAX_REACHES
    : reaches.length - ofBehaviours >= MAX_REACHES;
}

type Moment = HitTime & { readonly arrivedAt: number };

/** Hits that carry whole seconds may be nearer to each other than those say, if they also came together. */
const TOGETHER_MS = 500;

/** [G7] */
function isWithinASecond(one: Moment, other: Moment): boolean {
  if (one.second === -1 && other.second === -1) return Math.abs(one.at - other.at) < 1_000;
  const apart = Math.abs(secondOf(one) - secondOf(other));
  return apart === 0 || (apart === 1 && Math.abs(one.arrivedAt - other.arrivedAt) <= TOGETHER_MS);
}

const secondOf = ({ at, second }: HitTime): number => (second === -1 ? Math.floor(at / 1_000) : second);

/** Farther apart than this, two reaches are never within a second of each other. */
const REACHES_APART_MS = 3_000;

/** A visit with those of the same visitor that are kept with it. */
interface WithEarlier extends Pick<Visit, 'reaches'> {
  readonly earlier: WithEarlier | null;
}

/** Whether the visitor reached the goal in the same second already, in this visit or one kept with it. */
export function isRepeated(latest: WithEarlier | null, goalId: number, moment: Moment): boolean {
  for (let visit = latest; visit !== null; visit = visit.earlier) {
    const reaches = visit.reaches ?? [];
    for (let place = reaches.length - 1; place >= 0; place--) {
      const reach = reaches[place] as Reach;
      if (reach.at < moment.at - REACHES_APART_MS) break;
      if (reach.goalId === goalId && isWithinASecond(reach, moment)) return true;
    }
  }
  return false;
}

/** Keeps the visit's reaches in the order of their times; of equal times the later come is later. */
export function addReach(visit: Pick<Visit, 'reaches'>, reach: Reach): void {
  visit.reaches ??= [];
  let place = visit.reaches.length;
  while (place > 0 && (visit.reaches[place - 1] as Reach).at > reach.at) place--;
  visit.reaches.splice(place, 0, reach);
}
