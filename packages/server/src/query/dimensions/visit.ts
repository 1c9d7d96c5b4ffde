/** What visits and visitors were like. */
import { defineDimension, type Dimension, type ValueDimension } from '../dimension.ts';
import type { Side } from '../lists/records.ts';
import { visits } from '../scopes/visits.ts';
import { EVERYWHERE } from '../scopes/scopes.ts';
import { interval } from './interval.ts';
import { yesNoValues, yesOrNo } from './yes-or-no.ts';

const flag = (id: string, sql: string, names: Parameters<typeof yesNoValues>[0]): Dimension =>
  defineDimension({ id, kind: 'flag', sql: () => sql, label: yesOrNo, known: yesNoValues(names) });

const number = (id: string, column: string): ValueDimension =>
  defineDimension({ id, kind: 'number', sql: () => column });

/** Reports that name it count robots, too [V13]. */
export const isRobot: Dimension = {
  ...flag('isRobot', 'is_robot', {
    yes: ['Robots', 'Robot', 'Роботы'],
    no: ['People', 'Humans', 'Люди'],
  }),
  scopes: EVERYWHERE,
};

const PAGES = [0, 1, 2, 3, 4, 8, 13];
const SECONDS = [0, 10, 30, 60, 180, 600, 1_800];
const VISITS = [1, 2, 3, 4, 8, 16, 32];
const DAYS = [0, 1, 2, 8, 32, 91, 366];

const PERIOD_VISITS = 'period_visits';
/** The visitor's visits in the days of the question, whatever its filters [M57]. */
const periodVisits: Side = {
  name: 'in_period',
  key: 'visitor',
  scope: visits,
  days: 'period',
  columns: [`count() AS ${PERIOD_VISITS}`],
};

function ofPeriod(dimension: ValueDimension): ValueDimension {
  return {
    ...dimension,
    sql(scope) {
      scope.join(periodVisits);
      return dimension.sql(scope);
    },
  };
}

const DAY_SECONDS = 86_400;
const since = (moment: string): string =>
  `intDiv(greatest(toInt64(toUnixTimestamp(started_at)) - toInt64(toUnixTimestamp(${moment})), 0), ${DAY_SECONDS})`;

/** Whole days of 24 hours [M47]. */
export const SINCE_FIRST = since('first_visit_at');
export const SINCE_PREVIOUS = since('previous_visit_at');
export const HAS_PREVIOUS = 'toUnixTimestamp(previous_visit_at) > 0';

export const visitDimensions: readonly Dimension[] = [
  isRobot,
  flag('isNewUser', 'visit_number = 1', {
    yes: ['new', 'New visitors', 'New users', 'Новые посетители'],
    no: ['returning', 'Returning visitors', 'Returning users', 'Вернувшиеся посетители'],
  }),
  flag('bounce', 'is_bounce', {
    yes: ['Bounce', 'Bounces', 'Отказ', 'Отказы'],
    no: ['Not bounce', 'Not a bounce', 'Не отказ', 'Не отказы'],
  }),
  number('pageViews', 'page_views'),
  interval('pageViewsInterval', 'page_views', PAGES),
  number('visitDuration', 'duration'),
  interval('visitDurationInterval', 'duration', SECONDS),
  // Nothing is taken off or put to a visit after it was counted.
  flag('originalBounce', 'is_bounce', {}),
  number('originalPageViews', 'page_views'),
  number('originalVisitDuration', 'duration'),
  interval('originalVisitDurationInterval', 'duration', SECONDS),
  number('userVisits', 'visit_number'),
  interval('userVisitsInterval', 'visit_number', VISITS),
  ofPeriod(number('userVisitsPeriod', PERIOD_VISITS)),
  ofPeriod(interval('userVisitsPeriodInterval', PERIOD_VISITS, VISITS)),
  number('daysSinceFirstVisit', SINCE_FIRST),
  interval('daysSinceFirstVisitInterval', SINCE_FIRST, DAYS),
  number('daysSincePreviousVisit', `if(${HAS_PREVIOUS}, ${SINCE_PREVIOUS}, NULL)`),
  interval('daysSincePreviousVisitInterval', SINCE_PREVIOUS, DAYS, HAS_PREVIOUS),
  { ...number('counterID', 'counter_id'), scopes: EVERYWHERE },
  defineDimension({ id: 'clientID', kind: 'text', sql: () => 'toString(visitor_id)' }),
  defineDimension({ id: 'userClientUserId', kind: 'text', sql: () => 'user_id' }),
];
