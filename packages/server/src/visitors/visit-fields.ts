/** Reads a row of the table of visits as people are shown it: columns, and a view of them. */
import type { VisitGoal, VisitView } from '@goalpost/contract/reports/visits';
import { SYSTEM_NAMES } from '../collect/index.ts';

/** Columns of `visits` under the names of `VisitFields`. */
export const VISIT_FIELDS = `toString(visit_id) AS visitId,
  toString(visitor_id) AS visitor,
  toUnixTimestamp(started_at) AS startedAt,
  duration AS seconds,
  page_views AS pageViews,
  hits AS hitCount,
  is_bounce AS isBounce,
  is_robot AS isRobot,
  visit_number AS visitNumber,
  traffic_source AS sourceKind,
  source_engine AS sourceEngine,
  search_phrase AS phrase,
  [utm_source, utm_medium, utm_campaign, utm_content, utm_term] AS utm,
  referrer AS cameFrom,
  start_url AS startUrl,
  end_url AS endUrl,
  device_category AS device,
  browser AS browserName,
  os AS osName,
  country AS countryCode,
  city AS cityName,
  user_id AS userId,
  arrayMap((goal, at, price, money) -> tuple(toString(goal), toUnixTimestamp(at), price, toString(money)),
    goal_ids, goal_times, goal_prices, goal_currencies) AS reached`;

export interface VisitFields {
  readonly visitId: string;
  readonly visitor: string;
  /** Unix seconds. */
  readonly startedAt: number;
  readonly seconds: number;
  readonly pageViews: number;
  readonly hitCount: number;
  readonly isBounce: boolean;
  readonly isRobot: boolean;
  readonly visitNumber: number;
  readonly sourceKind: string;
  readonly sourceEngine: string;
  readonly phrase: string;
  readonly utm: readonly string[];
  readonly cameFrom: string;
  readonly startUrl: string;
  readonly endUrl: string;
  readonly device: string;
  readonly browserName: string;
  readonly osName: string;
  readonly countryCode: string;
  readonly cityName: string;
  readonly userId: string;
  readonly reached: readonly (readonly [goal: string, at: number, price: number, currency: string])[];
}

/** @returns null where the goal is deleted, or was of another counter */
export type GoalNames = (goalId: number) => string | null;

export function visitView(row: VisitFields, goalName: GoalNames): VisitView {
  const [source = '', medium = '', campaign = '', content = '', term = ''] = row.utm;
  return {
    id: row.visitId,
    visitor: row.visitor,
    started_at: row.startedAt * 1_000,
    duration: row.seconds,
    pageviews: row.pageViews,
    hits: row.hitCount,
    bounce: row.isBounce,
    number: row.visitNumber,
    source: {
      kind: row.sourceKind,
      // People read it: by its name, where it is a known system.
      name: SYSTEM_NAMES.get(row.sourceEngine) ?? row.sourceEngine,
      phrase: row.phrase,
      utm: { source, medium, campaign, content, term },
      referrer: row.cameFrom,
    },
    start_url: row.startUrl,
    end_url: row.endUrl,
    device: row.device,
    browser: row.browserName,
    os: row.osName,
    country: row.countryCode,
    city: row.cityName,
    user_id: row.userId,
    robot: row.isRobot,
    goals: row.reached.flatMap((one) => goalView(one, goalName)),
  };
}

function goalView(
  [goal, at, price, currency]: VisitFields['reached'][number],
  nameOf: GoalNames,
): VisitGoal[] {
  const id = Number(goal);
  const name = nameOf(id);
  return name === null ? [] : [{ id, name, at: at * 1_000, price, currency: price > 0 ? currency : '' }];
}

/** Where a list of visits goes on: behind the visit that began then and has this number. */
export interface VisitCursor {
  /** Unix seconds. */
  readonly startedAt: number;
  readonly visitId: string;
}

const LAST_SECOND = 2 ** 32 - 1;

export const writeCursor = ({ startedAt, visitId }: VisitCursor): string => `${startedAt}.${visitId}`;

/** @returns null for a text that no list has given */
export function readCursor(text: string): VisitCursor | null {
  const [, second = '', visitId = ''] = /^(\d{1,10})\.(\d{1,20})$/.exec(text) ?? [];
  if (second === '' || Number(second) > LAST_SECOND || BigInt(visitId) >= 1n << 64n) return null;
  return { startedAt: Number(second), visitId };
}
