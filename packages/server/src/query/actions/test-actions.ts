/** For tests: random visits with hits in order, and a plain reading of actions over them [M80]. */
import type { Action } from '@goalpost/contract/reports/actions';
import fc from 'fast-check';
import type { HitRow, VisitRow } from '../../collect/index.ts';
import { from, hit, seconds, visit } from '../test-visits.ts';

export const DAY = 86_400;
export const FIRST_DAY = '2026-06-01';
export const LAST_DAY = '2026-06-30';
export const START = seconds('2026-06-01T00:00:00Z');
export const END = seconds('2026-07-01T00:00:00Z');

const PAGES = ['/a', '/b', '/c'];
const SITE = 'https://shop.example';

export interface Traffic {
  readonly visits: readonly VisitRow[];
  readonly hits: readonly HitRow[];
}

/** Few visitors, pages, events and moments, so that chains meet and moments coincide. */
export const traffic: fc.Arbitrary<Traffic> = fc
  .array(
    fc.record({
      visitor_id: fc.constantFrom('1', '2', '18446744073709551615'),
      // Also soon before the period and after it.
      started_at: fc.oneof(
        fc.integer({ min: START - DAY / 4, max: START + 3 * DAY }),
        fc.integer({ min: START, max: START + DAY }),
        fc.integer({ min: END - DAY, max: END + 9 * DAY }),
      ),
      browser: fc.constantFrom('Chrome', 'Chrome', 'Safari', ''),
      source: fc.constantFrom('ad', 'organic', 'direct'),
      is_robot: fc.nat({ max: 11 }).map((one) => one === 0),
      hits: fc.array(
        fc.record({
          later: fc.oneof(fc.nat({ max: 4 }), fc.nat({ max: 4_000 }), fc.nat({ max: 20 * 3_600 })),
          kind: fc.constantFrom('view', 'view', 'view', 'event', 'chat', 'download', 'engagement'),
          page: fc.constantFrom(...PAGES),
          goals: fc.subarray([1, 2, 4]),
        }),
        { minLength: 3, maxLength: 10 },
      ),
    }),
    { minLength: 2, maxLength: 9 },
  )
  .map((list) => {
    const made = list.map(({ hits, source, ...rest }) => {
      const one = visit({ ...rest, ...from(source) });
      return { one, hits: hits.map((each) => hitOf(one, each)) };
    });
    return { visits: made.map(({ one }) => one), hits: made.flatMap(({ hits }) => hits) };
  });

interface HitChoice {
  readonly later: number;
  readonly kind: string;
  readonly page: string;
  readonly goals: readonly number[];
}

function hitOf(of: VisitRow, { later, kind, page, goals }: HitChoice): HitRow {
  const onPage = `${SITE}${page}`;
  const isEvent = kind === 'event' || kind === 'chat';
  const at = of.started_at + later;
  return hit(of, {
    at,
    arrived_at: at,
    kind: (kind === 'chat' ? 'event' : kind) as HitRow['kind'],
    identifier: kind === 'event' ? 'order' : kind === 'chat' ? 'Jivo_Client_initiate_chat' : '',
    url: isEvent ? 'goal://shop.example/x' : onPage,
    referrer: isEvent || kind === 'download' ? onPage : '',
    goal_ids: [...goals],
    goal_times: goals.map(() => at),
    goal_prices: goals.map(() => 0),
    goal_currencies: goals.map(() => ''),
  });
}

export const actions: readonly Action[] = [
  ...PAGES.map((page): Action => ({ type: 'page', filter: `ym:pv:URLPath=='${page}'` })),
  { type: 'page' },
  { type: 'event' },
  { type: 'page', filter: `ym:pv:URLPath=.('/a','/b') AND ym:s:browser=='Chrome'` },
  { type: 'event', name: 'order' },
  { type: 'chat' },
  { type: 'chat', began: 'offline' },
  { type: 'goal', goal_id: 1 },
  { type: 'goal', goal_id: 2, filter: `ym:s:lastTrafficSource=='ad'` },
  { type: 'download' },
];

/** What the list above means, said once more by hand. */
export function isAction(action: Action, one: HitRow, of: VisitRow): boolean {
  const path = one.url.replace(SITE, '');
  switch (action.type) {
    case 'page': {
      if (one.kind !== 'view') return false;
      if (action.filter === undefined) return true;
      if (action.filter.includes('=.')) return ['/a', '/b'].includes(path) && of.browser === 'Chrome';
      return action.filter.endsWith(`'${path}'`);
    }
    case 'event':
      return one.kind === 'event' && (action.name === undefined || one.identifier === action.name);
    case 'chat':
      return one.identifier === 'Jivo_Client_initiate_chat' && action.began === undefined;
    case 'goal':
      return (
        one.goal_ids.includes(action.goal_id) && (action.filter === undefined || of.traffic_source === 'ad')
      );
    case 'download':
      return one.kind === 'download';
  }
}

export const inOrder = (hits: readonly HitRow[]): HitRow[] =>
  hits.toSorted((a, b) => a.at - b.at || a.arrived_at - b.arrived_at || Number(a.hit_id) - Number(b.hit_id));
