/** Where and when goals were completed: by every completion of a visit, or by a goal's first [M69], [M70]. */
import { addressName, addressSql } from '../addresses.ts';
import { defineAddress, defineDimension, type Dimension, type DimensionScope } from '../dimension.ts';
import { RECORD_REACH, reaches, reachPageSql, type ReachSql } from '../lists/reaches.ts';
import { interval } from './interval.ts';
import { yesNoValues, yesOrNo } from './yes-or-no.ts';

const SECONDS = [0, 10, 30, 60, 180, 600, 1_800, 3_600];
const VISITS = [1, 2, 3, 4, 8, 16, 32];
const DAYS = [0, 1, 2, 8, 32, 91, 366];
const DAY_SECONDS = 86_400;

type Sql = (scope: DimensionScope) => string;

/** A number told of a completion, with its classes. */
interface Told {
  readonly name: string;
  readonly firsts: readonly number[];
  sql(reach: ReachSql): string;
}

const since = (moment: string, time: string): string =>
  `greatest(toInt64(toUnixTimestamp(${time})) - toInt64(toUnixTimestamp(${moment})), 0)`;

const TOLD: readonly Told[] = [
  { name: 'SecondsTo', firsts: SECONDS, sql: ({ time }) => since('started_at', time) },
  { name: 'VisitsTo', firsts: VISITS, sql: () => 'visit_number' },
  {
    name: 'DaysTo',
    firsts: DAYS,
    sql: ({ time }) => `intDiv(${since('first_visit_at', time)}, ${DAY_SECONDS})`,
  },
];

const goalOf = ({ args, binder }: DimensionScope): string => binder.bind('UInt64', args.goalId);
const isReached: Sql = (scope) => `has(goal_ids, ${goalOf(scope)})`;

/** The first completion of the goal that a name says. */
const firstOf = (scope: DimensionScope): ReachSql => {
  const goal = goalOf(scope);
  return { goal, time: `goal_times[indexOf(goal_ids, ${goal})]` };
};

const ofGoal: readonly Dimension[] = [
  defineAddress('url', (scope) => `if(${isReached(scope)}, ${reachPageSql(scope, firstOf(scope))}, '')`, {
    id: 'goal<goal_id>Page',
    ours: true,
  }),
  defineDimension({
    id: 'goal<goal_id>Completions',
    ours: true,
    kind: 'number',
    sql: (scope) => `nullIf(countEqual(goal_ids, ${goalOf(scope)}), 0)`,
  }),
  ...TOLD.flatMap(({ name, firsts, sql }): Dimension[] => {
    const value: Sql = (scope) => sql(firstOf(scope));
    return [
      {
        id: `goal<goal_id>${name}`,
        ours: true,
        kind: 'number',
        sql: (scope) => `if(${isReached(scope)}, ${value(scope)}, NULL)`,
      },
      { ...interval(`goal<goal_id>${name}Interval`, value, firsts, isReached), ours: true },
    ];
  }),
];

const ofEvery: readonly Dimension[] = [
  defineDimension({
    id: 'goalReached',
    ours: true,
    kind: 'text',
    records: reaches,
    sql: () => `toString(${RECORD_REACH.goal})`,
    label: (value, { goalNames }) => ({ id: value, name: goalNames.get(value) ?? value }),
  }),
  defineDimension({
    id: 'goalPage',
    ours: true,
    kind: 'text',
    records: reaches,
    sql: (scope) => addressSql('url', reachPageSql(scope, RECORD_REACH)),
    label: (value) => ({ id: value, name: addressName('url', value) }),
  }),
  ...TOLD.flatMap(({ name, firsts, sql }): Dimension[] => {
    const value = sql(RECORD_REACH);
    const part = { ours: true, records: reaches } as const;
    return [
      { id: `goal${name}`, kind: 'number', sql: () => value, ...part },
      { ...interval(`goal${name}Interval`, value, firsts), ...part },
    ];
  }),
];

export const goalReachDimensions: readonly Dimension[] = [
  defineDimension({
    id: 'isGoalReached',
    kind: 'flag',
    sql: (scope) => `hasAny(goal_ids, ${scope.goals()})`,
    label: yesOrNo,
    known: yesNoValues(),
  }),
  ...ofGoal,
  ...ofEvery,
];
