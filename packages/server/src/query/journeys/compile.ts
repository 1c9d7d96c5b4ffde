/** The statement of journeys: the steps around each visit's first such action, counted place by place [M84]. */
import { CHAT_GOALS } from '@goalpost/contract/chat/events';
import type { FunnelScope } from '@goalpost/contract/reports/funnels';
import {
  JOURNEY_ABOUT,
  JOURNEY_NONE,
  JOURNEY_OTHER,
  type JourneyDirection,
  type JourneyKind,
} from '@goalpost/contract/reports/journeys';
import { actionSql, BEGAN, type PlannedAction } from '../actions/action.ts';
import { visitFactsSql } from '../actions/visit-facts.ts';
import { addressSql } from '../addresses.ts';
import { createBinder, type Binder } from '../compile/binder.ts';
import { conditionsOf, fromSql } from '../compile/rows.ts';
import { createCompilation, type Compilation } from '../compile/scope.ts';
import { withSql } from '../compile/statement.ts';
import type { Compiled } from '../compile/table.ts';
import type { Plan } from '../plan/plan.ts';
import { anyHits } from '../scopes/hits.ts';

export interface AskedJourneys {
  readonly plan: Plan;
  readonly about: PlannedAction;
  readonly direction: JourneyDirection;
  readonly kinds: readonly JourneyKind[];
  readonly depth: number;
  readonly breadth: number;
  readonly scope: FunnelScope;
  readonly window: number | null;
}

/** Fields of a moment in the tuples of `v`. */
const MOMENT = { at: 1, starts: 4, own: 5, steps: 6 } as const;
const DAY = 86_400;
const SIDES = ['before', 'after'] as const;
type Side = (typeof SIDES)[number];
const KEYS: Readonly<Record<FunnelScope, string>> = {
  visit: '(counter_id, visit_id)',
  visitor: 'visitor_id',
};

/** What a hit is by itself, as a step is keyed; empty where journeys do not tell such hits. */
function ownSql({ bind }: Binder): string {
  const path = addressSql('path', 'path(url)');
  const ids = bind('Array(String)', Object.values(BEGAN));
  const began = `transform(identifier, ${ids}, ${bind('Array(String)', Object.keys(BEGAN))}, '')`;
  return `multiIf(
    kind = 'view', concat('page:', ${path}),
    kind = 'download', concat('download:', ${path}),
    kind != 'event', '',
    identifier IN ${bind('Array(String)', Object.values(CHAT_GOALS))}, concat('chat:', ${began}),
    concat('event:', identifier))`;
}

function momentsSql(asked: AskedJourneys, binder: Binder): string {
  const { plan, about, kinds, window } = asked;
  const { bind } = binder;
  const around = window === null ? anyHits.afterVisit : Math.ceil(window / DAY) + 1;
  const compilation: Compilation = {
    ...createCompilation(plan, binder, () => '1'),
    scope: anyHits,
    margin: { before: around, after: around },
  };
  const goals = `arrayMap(goal -> concat('goal:', toString(goal)), arraySort(arrayIntersect(goal_ids, ${bind('Array(UInt64)', plan.goals)})))`;
  const told = `if(substringIndex(own, ':', 1) IN ${bind('Array(String)', kinds)}, [own], [])`;
  const day = `toDate(at, ${bind('String', plan.zone.store)})`;
  return `SELECT counter_id, visit_id, visitor_id, toInt64(toUnixTimestamp(at)) AS moment, arrived_at, hit_id,
  ${ownSql(binder)} AS own,
  ${kinds.includes('goal') ? `arrayConcat(${told}, ${goals})` : told} AS steps,
  ${actionSql(compilation, about)} AS is_about,
  ${day} BETWEEN ${bind('Date', plan.from)} AND ${bind('Date', plan.to)} AS in_period
FROM ${fromSql(compilation)}
WHERE ${conditionsOf(compilation).join(' AND ')} AND (is_about OR notEmpty(steps))`;
}

/** Steps on one side of the action, nearest first, behind what the action itself is; repeats are not told again. */
function sideSql({ window }: AskedJourneys, { bind }: Binder, side: Side): string {
  const seconds = `abs(x.${MOMENT.at} - v[about].${MOMENT.at})`;
  const rest = side === 'after' ? 'arraySlice(v, about + 1)' : 'arraySlice(v, 1, about - 1)';
  const near = window === null ? rest : `arrayFilter(x -> ${seconds} <= ${bind('Int64', window)}, ${rest})`;
  const steps = `arrayFlatten(arrayMap(x -> x.${MOMENT.steps}, ${near}))`;
  const nearest = side === 'after' ? steps : `arrayReverse(${steps})`;
  return `arrayCompact(arrayPushFront(${nearest}, v[about].${MOMENT.own})) AS ${side}`;
}

/** From each step to the next one, up to the first that is not there. */
function movesSql(side: Side, depth: string): string {
  return `arrayMap(n -> ('${side}', toUInt32(n), ${side}[n], ${side}[n + 1]), range(1, least(length(${side}), ${depth}) + 1))`;
}

/** Rows of `side`, `place`, `origin`, `target`, `journeys`, and the greatest `rank` of the target. */
export function compileJourneys(asked: AskedJourneys): Compiled {
  const binder = createBinder();
  const facts = visitFactsSql(asked.plan, binder);
  const joined = facts === null ? '' : `\nANY LEFT JOIN (\n${facts}\n) AS facts USING (counter_id, visit_id)`;
  const starts = `is_about AND in_period${facts === null ? '' : ' AND chosen'}`;
  const sides = SIDES.filter((side) => asked.direction === 'both' || asked.direction === side);
  const breadth = binder.bind('UInt32', asked.breadth);
  const depth = binder.bind('UInt32', asked.depth);
  const ctes = [
    { name: 'moments', sql: momentsSql(asked, binder) },
    {
      name: 'people',
      sql: `SELECT ${KEYS[asked.scope]} AS person, arraySort(groupArray((moment, arrived_at, hit_id, ${starts}, own, steps))) AS v,
  arrayFirstIndex(x -> x.${MOMENT.starts}, v) AS about
FROM moments${joined}
GROUP BY person
HAVING about > 0`,
    },
    {
      name: 'paths',
      sql: `SELECT ${sides.map((side) => sideSql(asked, binder, side)).join(',\n  ')}
FROM people`,
    },
    {
      name: 'moves',
      sql: `SELECT move.1 AS side, move.2 AS place, if(place = 1, '', move.3) AS step_from, move.4 AS step_to, count() AS n
FROM paths
ARRAY JOIN arrayConcat(${sides.map((side) => movesSql(side, depth)).join(',\n  ')}) AS move
GROUP BY side, place, step_from, step_to`,
    },
    // Who comes to a step goes on from it or ends there, so that both ends of a move are ranked alike.
    {
      name: 'sums',
      sql: `SELECT *, sum(n) OVER (PARTITION BY side, place, step_from) AS from_all,
  sum(n) OVER (PARTITION BY side, place, step_to) AS to_all
FROM moves`,
    },
    {
      name: 'ranks',
      sql: `SELECT *, dense_rank() OVER (PARTITION BY side, place ORDER BY from_all DESC, step_from ASC) AS from_rank,
  dense_rank() OVER (PARTITION BY side, place ORDER BY step_to = '' ASC, to_all DESC, step_to ASC) AS to_rank
FROM sums`,
    },
  ];
  const last = `SELECT side, place,
  multiIf(place = 1, '${JOURNEY_ABOUT}', from_rank > ${breadth}, '${JOURNEY_OTHER}', step_from) AS origin,
  multiIf(step_to = '', '${JOURNEY_NONE}', to_rank > ${breadth}, '${JOURNEY_OTHER}', step_to) AS target,
  sum(n) AS journeys, max(to_rank) AS rank
FROM ranks
GROUP BY side, place, origin, target
ORDER BY side, place, journeys DESC, origin, target
SETTINGS do_not_merge_across_partitions_select_final = 1`;
  return { sql: `${withSql(ctes)}\n${last}`, params: binder.params };
}
