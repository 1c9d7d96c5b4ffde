/**
 * Asks for what a segment needs from outside: the goals that it makes, and its visitors' past.
 * Nothing is changed before. If any of it fails, the segment can simply be processed again.
 */
import { automaticEntriesFor, catalogueEntry, mayMakeGoal, type GoalDefinition } from '../../goals/index.ts';
import type { Segment } from './batch.ts';
import type { CounterConfig } from '../state/counter-config.ts';
import { withGoal } from '../state/counter-state.ts';
import { decodeHit, type Hit } from '../decode/hit.ts';
import { isNewborn } from '../decode/visitor.ts';
import type { PipelineState } from '../state/pipeline-state.ts';
import type { AutomaticGoals, PastVisits, VisitorHistory } from '../ports.ts';
import { factOf } from '../steps/fact-of.ts';
import { hashOf, keyOf, type Hash } from '../steps/hash.ts';
import type { Slices } from '../steps/slices.ts';
import { isSwitchedOff } from '../steps/switched-off.ts';

export interface DecodedHit {
  readonly hit: Hit;
  readonly identity: Hash;
}

/** By place in the segment. */
export type DecodedHits = ReadonlyMap<number, DecodedHit>;
/** A segment that is being processed, and what is known before any of it takes effect. */
export interface SegmentWork {
  readonly segment: Segment;
  readonly hits: DecodedHits;
  readonly state: PipelineState;
  readonly slices: Slices;
}
export type MadeGoals = ReadonlyMap<number, readonly GoalDefinition[]>;
/** By counter, then by visitor. */
export type Pasts = ReadonlyMap<number, ReadonlyMap<string, PastVisits>>;

export async function decodeHits(segment: Segment, slices: Slices): Promise<DecodedHits> {
  const decoded = new Map<number, DecodedHit>();
  for (const [place, record] of segment.records.entries()) {
    if (slices.due()) await slices.rest();
    slices.begin(place);
    if (record.k !== 'h') continue;
    const hit = decodeHit(record);
    decoded.set(place, {
      hit,
      identity: hashOf(hit.dedupeKey || `${segment.number}#${segment.places?.[place] ?? place}`),
    });
  }
  slices.leave();
  return decoded;
}

/**
 * The goals that events of the segment make [G9]. A goal takes effect as the catalogue has it, whatever its
 * owner may have made of it since: that change is a later record of the journal [V17].
 */
export async function makeGoals(
  { segment, hits, state, slices }: SegmentWork,
  automaticGoals: AutomaticGoals,
): Promise<MadeGoals> {
  const made = new Map<number, readonly GoalDefinition[]>();
  /** Settings that the segment brings, or that its goals change. */
  const configs = new Map<number, CounterConfig>();
  const seen = new Set<number>();
  for (const [place, record] of segment.records.entries()) {
    if (slices.due()) await slices.rest();
    slices.begin(place);
    if (record.k === 'c') {
      configs.set(record.config.counterId, record.config);
      continue;
    }
    const decoded = hits.get(place);
    if (decoded === undefined) continue;
    const fact = factOf(decoded.hit);
    if (!mayMakeGoal(fact)) continue;
    let config = configs.get(record.c) ?? state.counters.get(record.c)?.config;
    if (config === undefined) continue;
    if (isRepeated(decoded, state, seen) || makesNone(decoded.hit, config)) continue;
    const entries = automaticEntriesFor(fact, config);
    if (entries.length === 0) continue;
    slices.leave();
    const goals: GoalDefinition[] = [];
    for (const { id } of entries) {
      const answer = await automaticGoals.make(record.c, id);
      if (answer === null) continue;
      const goal = asCatalogued(answer, id);
      goals.push(goal);
      config = withGoal(config, goal);
    }
    made.set(place, goals);
    configs.set(record.c, config);
  }
  slices.leave();
  return made;
}

function makesNone(hit: Hit, config: CounterConfig): boolean {
  return (hit.robot && config.filterRobots) || isSwitchedOff(hit, config);
}

function isRepeated({ hit, identity }: DecodedHit, state: PipelineState, seen: Set<number>): boolean {
  if (hit.dedupeKey === '') return false;
  const key = keyOf(identity);
  if (seen.has(key) || state.recent.has(key)) return true;
  seen.add(key);
  return false;
}

function asCatalogued(goal: GoalDefinition, entryId: string): GoalDefinition {
  const entry = catalogueEntry(entryId);
  if (entry === undefined) return goal;
  const { type, conditions } = entry;
  return { ...goal, type, conditions, steps: [], status: 'Active', autoEntry: entryId };
}

/** Asks the store about visitors that memory does not hold; once a counter. */
export async function findPasts(
  { segment, hits, state, slices }: SegmentWork,
  history: VisitorHistory,
): Promise<Pasts> {
  const strangers = new Map<number, Set<string>>();
  const keepsApart = robotsKeptApart(segment, state);
  for (const { hit } of hits.values()) {
    if (slices.due()) await slices.rest();
    if ((hit.robot && keepsApart(hit.counterId)) || isNewborn(hit.visitor, hit.arrivedAt)) continue;
    if (state.counters.get(hit.counterId)?.visits.holds(hit.visitor, false)) continue;
    const visitors = strangers.get(hit.counterId);
    if (visitors === undefined) strangers.set(hit.counterId, new Set([hit.visitor]));
    else visitors.add(hit.visitor);
  }
  const answers = await Promise.all(
    [...strangers].map(
      async ([counterId, visitors]) =>
        [counterId, await history.lookup(counterId, [...visitors], segment.number)] as const,
    ),
  );
  return new Map(answers);
}

/** Whether robots have no past: not where they count like everyone [V13], now or from a place in the segment on. */
function robotsKeptApart({ records }: Segment, state: PipelineState): (counterId: number) => boolean {
  const counting = new Set<number>();
  for (const record of records) {
    if (record.k === 'c' && !record.config.filterRobots) counting.add(record.config.counterId);
  }
  return (counterId) =>
    !counting.has(counterId) && state.counters.get(counterId)?.config.filterRobots !== false;
}
