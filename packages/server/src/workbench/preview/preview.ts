/** What a goal would have counted: stored hits, held against it by the code that counts. Bounded in time and size. */
import type { GoalPreviewExample } from '@goalpost/contract/workbench';
import { createRecount, worthOf, type RecountSettings } from '../../collect/index.ts';
import { pricedByOrder } from '../../goals/index.ts';
import type { Clock } from '../../kit/clock.ts';
import type { Olap } from '../../kit/olap.ts';
import { isProblem, problem, type Problem } from '../../kit/problem.ts';
import { countHits } from '../past/count-hits.ts';
import { findStoredHits } from '../past/stored-hits.ts';
import { sourcesOf, type VisitSource } from './sources.ts';
import { createTally, type Example } from './tally.ts';

/** Hits that are read at once. */
const PART_HITS = 50_000;
/** Parts of the visitors that are looked at; of more, these are the sample. */
const MOST_PARTS = 20;
/** After so long, what is done so far is the sample. */
const MOST_MS = 10_000;

export interface Asked extends RecountSettings {
  readonly days: number;
  /** As `Intl` takes it. */
  readonly timeZone: string;
}

export interface Previewed {
  readonly count: number;
  readonly share: number;
  readonly hits: number;
  readonly facts_since: number | null;
  readonly points: readonly { readonly date: string; readonly count: number }[];
  readonly examples: readonly GoalPreviewExample[];
}

export interface PreviewDeps {
  readonly olap: Pick<Olap, 'query'>;
  readonly clock: Clock;
  readonly partHits?: number;
}

export async function preview(
  { olap, clock, partHits = PART_HITS }: PreviewDeps,
  asked: Asked,
  signal: AbortSignal,
): Promise<Previewed | Problem> {
  const tally = createTally(clock.now(), asked.days, asked.timeZone);
  const found = await findStoredHits(olap, asked.goal, { from: tally.from }, signal);
  if (isProblem(found)) return found;

  const parts = Math.max(1, Math.ceil(found.count / partHits));
  const recount = createRecount(asked);
  const deadline = performance.now() + MOST_MS;
  let hits = 0;
  let done = 0;
  while (done < Math.min(parts, MOST_PARTS) && (done === 0 || performance.now() < deadline)) {
    const rows = await found.part(done, parts);
    if (isProblem(rows)) return rows;
    if (!(await countHits(rows, recount, signal, (reach, hit) => tally.add(reach, hit))))
      return problem('timeout', 'The request was called off.');
    hits += rows.length;
    done += 1;
  }
  const share = done / parts;
  const examples = tally.examples();
  const visits = examples.map(({ hit }) => hit.visit);
  const counter = asked.goal.counterId;
  const sources = await sourcesOf(olap, { counterId: counter, visits, since: tally.from }, signal);
  return {
    count: Math.round(tally.total() / share),
    share,
    hits,
    facts_since: found.factsSince,
    points: tally.points().map(({ date, count }) => ({ date, count: Math.round(count / share) })),
    examples: examples.map((example) => toExample(example, asked, sources.get(example.hit.visit))),
  };
}

function toExample(
  { reach, hit }: Example,
  { goal, currency }: Asked,
  source: VisitSource | undefined,
): GoalPreviewExample {
  // A late hit completes a goal at another one, which is not at hand [G29].
  const isOwn = reach.at === hit.at * 1_000 + hit.milliseconds;
  const by = isOwn ? { ...hit, hasOrder: pricedByOrder(goal, hit.ecommerce) } : null;
  return {
    at: reach.at,
    kind: hit.kind,
    identifier: hit.identifier,
    url: hit.url,
    page: hit.kind === 'view' ? hit.url : hit.referrer,
    traffic_source: source?.trafficSource ?? '',
    source_engine: source?.sourceEngine ?? '',
    worth: worthOf(reach, goal.pricePlace, by, currency),
  };
}
