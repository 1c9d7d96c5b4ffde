/**
 * Counts a goal over stored hits by the code that counts new ones. So a preview says what counting would have
 * said. Visits are those that the hits were given when they came.
 */
import { compileGoals, NO_MEMORY, type GoalDefinition } from '../../goals/index.ts';
import { sourceOf } from '../sources/index.ts';
import { countReaches, type CountedHit, type CountedVisit } from '../steps/count-reaches.ts';
import { factOf } from '../steps/fact-of.ts';
import { growSoFar } from '../visits/grow.ts';
import { addReach } from '../visits/reach.ts';
import type { Reach } from '../visits/visit.ts';
import { countedHit, type StoredHit } from './stored-hit.ts';

export interface RecountSettings {
  /** The goal to count. */
  readonly goal: GoalDefinition;
  /** The counter's others, deleted ones too. */
  readonly others: readonly GoalDefinition[];
  readonly autogoals: boolean;
  readonly currency: string;
  /** Its own, which are no source of its visits [V14]. */
  readonly hosts: readonly string[];
}

export interface Recount {
  /** Works out what takes long about the hit, step by step; see `CompiledGoals.prepare`. */
  prepare(hit: StoredHit): Iterable<void>;
  /**
   * To be given hits visitor by visitor, each one's in the order of arrival.
   * @returns reaches of the goal that the hit brings, oldest first
   */
  add(hit: StoredHit): readonly Reach[];
}

type OpenVisit = CountedVisit & {
  readonly id: string;
  lastArrival: number;
  /** Time of the page view that gave the source. */
  entryAt: number;
};

export function createRecount({ goal, others, autogoals, currency, hosts }: RecountSettings): Recount {
  const all = [...others.filter(({ id }) => id !== goal.id), goal];
  const goals = compileGoals(all, autogoals, [goal]);
  let visitor = '';
  let latest: OpenVisit | null = null;

  function visitOf({ visit: id, at }: StoredHit): OpenVisit {
    for (let open = latest; open !== null; open = open.earlier as OpenVisit | null) {
      if (open.id === id) return open;
    }
    return (latest = newVisit(id, at, latest));
  }

  return {
    prepare: (hit) => goals.prepare(factOf(countedHit(hit))),
    add(stored) {
      if (stored.visitor !== visitor) {
        visitor = stored.visitor;
        latest = null;
      }
      const hit = countedHit(stored);
      const visit = visitOf(stored);
      takeSource(visit, hit, hosts);
      growSoFar(visit, hit);
      visit.lastArrival = Math.max(visit.lastArrival, Math.floor(hit.arrivedAt / 1_000));
      // Hits that the goal is not about were left out.
      visit.hits = Math.max(visit.hits, stored.nth);
      for (const goalId of stored.goalIds) {
        if (goalId !== goal.id) addReach(visit, { ...NOTHING, goalId, at: hit.at });
      }
      return countReaches({ hit, device: stored.device, visit, latest: () => latest, goals, currency });
    },
  };
}

/** Of another goal's reach only the goal matters, and that it stands before this one's. */
const NOTHING = { second: -1, arrivedAt: 0, price: 0, currency: '' } as const;

function newVisit(id: string, at: number, earlier: OpenVisit | null): OpenVisit {
  return {
    id,
    hits: 0,
    views: 0,
    activeSeconds: 0,
    startedAt: at,
    endedAt: at,
    lastArrival: 0,
    goalMemory: NO_MEMORY,
    awaited: null,
    reaches: null,
    orders: null,
    source: NO_SOURCE,
    entryAt: 0,
    earlier,
  };
}

const NO_SOURCE = { trafficSource: '' } as const;

/** As a visit takes it when its hits come [V14]; goals look at it from the first page view on. */
function takeSource(
  visit: OpenVisit,
  { kind, at, url, referrer }: CountedHit,
  hosts: readonly string[],
): void {
  if (kind !== 'view' || (visit.views > 0 && at >= visit.entryAt)) return;
  visit.entryAt = at;
  visit.source = sourceOf(url, referrer, hosts);
}
