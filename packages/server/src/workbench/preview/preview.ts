/** What a goal would have counted: stored hits, held against it by the code that counts. Bounded in time and size. */
import type { GoalPreviewExample } from '@goalpost/contract/workbench';
import { createRecount, type RecountSettings, type StoredHit } from '../../collect/index.ts';
import type { Clock } from '../../kit/clock.ts';
import { createLocalTime } from '../../kit/local-time.ts';
import type { Olap } from '../../kit/olap.ts';
import { isProblem, problem, type Problem } from '../../kit/problem.ts';
import { addDays } from '../../query/index.ts';
import { createPauses } from './pauses.ts';
import { sourcesOf } from './sources.ts';
import { findStoredHits } from './stored-hits.ts';

/** Hits that are read at once. */
export const PART_HITS = 50_000;
/** Parts of the visitors that are looked at; of more, these are the sample. */
const MOST_PARTS = 20;
/** After so long, what is done so far is the sample. */
const MOST_MS = 10_000;
/** Hits between two looks at the clock. */
const STRIDE = 16;
const EXAMPLES = 10;

export interface Asked extends RecountSettings {
  readonly days: number;
  /** As `Intl` takes it. */
  readonly timeZone: string;
}

export interface Previewed {
  readonly count: number;
  readonly share: number;
  readonly hits: number;
  readonly points: readonly { readonly date: string; readonly count: number }[];
  readonly examples: readonly GoalPreviewExample[];
}

export interface PreviewDeps {
  readonly olap: Pick<Olap, 'query'>;
  readonly clock: Clock;
  readonly partHits?: number;
}

interface Example {
  readonly at: number;
  readonly hit: StoredHit;
}

export async function preview(
  { olap, clock, partHits = PART_HITS }: PreviewDeps,
  asked: Asked,
  signal: AbortSignal,
): Promise<Previewed | Problem> {
  const now = clock.now();
  const local = createLocalTime(asked.timeZone);
  const dayOf = (instant: number) => local.at(instant).slice(0, 10);
  const today = dayOf(now);
  const first = addDays(today, 1 - asked.days);
  const from = local.startOfDay(first);
  const found = await findStoredHits(olap, asked.goal, from, signal);
  if (isProblem(found)) return found;

  const parts = Math.max(1, Math.ceil(found.count / partHits));
  const recount = createRecount(asked);
  const counts = new Map<string, number>();
  let examples: Example[] = [];
  let total = 0;
  let hits = 0;
  let done = 0;
  const pause = createPauses();
  const deadline = performance.now() + MOST_MS;
  while (done < Math.min(parts, MOST_PARTS) && (done === 0 || performance.now() < deadline)) {
    const rows = await found.part(done, parts);
    if (isProblem(rows)) return rows;
    for (const [place, hit] of rows.entries()) {
      if (place % STRIDE === 0) await pause();
      for (const _ of recount.prepare(hit)) await pause();
      if (signal.aborted) return problem('timeout', 'The request was called off.');
      for (const { at } of recount.add(hit)) {
        if (at < from || at > now) continue;
        const day = dayOf(at);
        counts.set(day, (counts.get(day) ?? 0) + 1);
        total += 1;
        examples.push({ at, hit });
      }
      if (examples.length > EXAMPLES * 100) examples = latest(examples);
    }
    hits += rows.length;
    done += 1;
  }
  const share = done / parts;
  const shown = latest(examples);
  const sources = await sourcesOf(
    olap,
    { counterId: asked.goal.counterId, visits: shown.map(({ hit }) => hit.visit), since: from },
    signal,
  );
  const points = Array.from({ length: asked.days }, (_, day) => {
    const date = addDays(first, day);
    return { date, count: Math.round((counts.get(date) ?? 0) / share) };
  });
  return {
    count: Math.round(total / share),
    share,
    hits,
    points,
    examples: shown.map(({ at, hit }) => ({
      at,
      kind: hit.kind,
      identifier: hit.identifier,
      url: hit.url,
      page: hit.kind === 'view' ? hit.url : hit.referrer,
      traffic_source: sources.get(hit.visit)?.trafficSource ?? '',
      source_engine: sources.get(hit.visit)?.sourceEngine ?? '',
    })),
  };
}

const latest = (examples: readonly Example[]): Example[] =>
  examples.toSorted((one, other) => other.at - one.at).slice(0, EXAMPLES);
