/** Writes a shop's past into the stores by the same pipeline that counts real hits, only with old arrivals. */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { compileGoals } from '../src/goals/index.ts';
import {
  type AutomaticGoals,
  type CounterConfig,
  createPipeline,
  type HitRecord,
  type PastVisits,
  readRows,
  type Source,
  type VisitorHistory,
  type VisitRow,
} from '../src/collect/index.ts';
import type { BinaryRows, Olap } from '../src/kit/olap.ts';
import type { RunningServer } from '../src/server.ts';
import { createChatPast, type ChatPast } from './chat-past.ts';
import { generateDays } from './visits.ts';

/** Segment number of everything made up: before the first real one, so that real visits see it as their past. */
const BEFORE_ALL_SEGMENTS = 0;

/** Where the shop's pages stand, for those who came and for those who are there now. */
export const SHOP_ORIGIN = 'https://shop.example';
const DAYS = 90;
const VISITS_A_DAY = 320;

/** What is kept of how far the writing came. */
interface Progress {
  /** Milliseconds since the epoch: the past ends here, also when its writing is taken up again. */
  readonly until: number;
  readonly done: boolean;
}

/**
 * Writes the shop's past once a data folder; a start that was interrupted is taken up again.
 * @param days how long the past is
 * @returns how many hits were written
 */
export async function fillHistory(
  dataDir: string,
  counterId: number,
  { olap, automaticGoals, directory, records }: RunningServer['parts'],
  onDay: HistoryDeps['onDay'],
  days = DAYS,
): Promise<number> {
  const file = join(dataDir, 'demo.json');
  const known = existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Progress) : null;
  if (known?.done === true) return 0;
  const config = directory.get(counterId);
  if (config === undefined) throw new Error(`the demo's counter ${counterId} is gone`);
  const until = known?.until ?? Date.now();
  writeFileSync(file, JSON.stringify({ until, done: false } satisfies Progress));
  const shop = { counterId, origin: SHOP_ORIGIN, until, days, visitsADay: VISITS_A_DAY };
  const chat = await createChatPast(records.db, shop);
  const written = await writeHistory(generateDays(shop), { olap, automaticGoals, config, chat, onDay });
  writeFileSync(file, JSON.stringify({ until, done: true } satisfies Progress));
  return written;
}

interface HistoryDeps {
  readonly olap: Olap;
  readonly automaticGoals: AutomaticGoals;
  readonly config: CounterConfig;
  readonly chat: ChatPast;
  onDay(day: number, hits: number): void;
}

/**
 * @param days hits of one day each, oldest first
 * @returns how many hits were written
 */
async function writeHistory(days: Iterable<readonly HitRecord[]>, deps: HistoryDeps): Promise<number> {
  const past = rememberVisits();
  const pipeline = createPipeline({
    automaticGoals: deps.automaticGoals,
    history: past.history,
    // All of it stays in memory: nothing is put down that would have to be taken up again.
    restingVisitors: { lookup: () => Promise.resolve([]) },
    maxOpenVisitors: Number.MAX_SAFE_INTEGER,
    maxRecentHits: Number.MAX_SAFE_INTEGER,
    compileGoals,
  });
  let written = 0;
  let day = 0;
  for (const hits of days) {
    day++;
    const first = hits[0];
    if (first === undefined) continue;
    const config = { k: 'c', t: first.t, config: deps.config } as const;
    const batch = await pipeline.process({
      number: BEFORE_ALL_SEGMENTS,
      records: day === 1 ? [config, ...hits] : hits,
    });
    past.remember(batch.visits);
    const token = `demo-${deps.config.counterId}-${day}`;
    await deps.olap.insert('hits', batch.hits, `${token}-hits`);
    await deps.olap.insert('visits', batch.visits, `${token}-visits`);
    await deps.chat.write(hits);
    written += hits.length;
    deps.onDay(day, written);
  }
  return written;
}

/** What the store would know of visitors, had their visits come by one segment after the other. */
function rememberVisits(): { history: VisitorHistory; remember(rows: BinaryRows): void } {
  const latest = new Map<string, VisitRow>();
  return {
    history: {
      lookup: async (_counterId, visitors) => {
        const found = new Map<string, PastVisits>();
        for (const visitor of visitors) {
          const row = latest.get(visitor);
          if (row !== undefined) found.set(visitor, pastOf(row));
        }
        return found;
      },
    },
    remember: (rows) => {
      for (const row of readRows<VisitRow>(rows)) {
        const known = latest.get(row.visitor_id);
        if (known === undefined || known.started_at <= row.started_at) latest.set(row.visitor_id, row);
      }
    },
  };
}

function pastOf(row: VisitRow): PastVisits {
  return {
    visits: row.visit_number,
    firstVisitAt: row.first_visit_at,
    lastVisitAt: row.started_at,
    first: sourceOf(row, 'first_'),
    significant: sourceOf(row, 'significant_'),
    significantAt: row.significant_at,
  };
}

function sourceOf(row: VisitRow, prefix: 'first_' | 'significant_'): Source {
  return {
    trafficSource: row[`${prefix}traffic_source`] as Source['trafficSource'],
    sourceEngine: row[`${prefix}source_engine`],
    searchPhrase: row[`${prefix}search_phrase`],
    utmSource: row[`${prefix}utm_source`],
    utmMedium: row[`${prefix}utm_medium`],
    utmCampaign: row[`${prefix}utm_campaign`],
    utmContent: row[`${prefix}utm_content`],
    utmTerm: row[`${prefix}utm_term`],
    from: row[`${prefix}from_tag`] ?? '',
    openstat: row[`${prefix}openstat`] ?? '',
    profile: row[`${prefix}profile`] ?? '',
    gclid: row[`${prefix}gclid`] ?? false,
  };
}
