/** How new, how frequent and how recent visits and visitors are, and visits by the hour [M47]. */
import { HAS_PREVIOUS, SINCE_FIRST, SINCE_PREVIOUS } from '../dimensions/visit.ts';
import { defineMetric, percent, ratio, type Metric } from '../metric.ts';

const VISITS = 'count()';
const USERS = 'uniqExact(visitor_id)';

const metric = (id: string, ofNothing: 0 | null, sql: string): Metric =>
  defineMetric({ id, ofNothing, sql: () => sql });
const visitsWhere = (id: string, condition: string): Metric =>
  metric(id, null, percent(`countIf(${condition})`, VISITS));
const usersWhere = (id: string, condition: string): Metric =>
  metric(id, null, percent(`uniqExactIf(visitor_id, ${condition})`, USERS));

/** Each class of a number of days has its own share. */
function shares(
  make: typeof visitsWhere,
  value: string,
  tail: string,
  classes: readonly (readonly [name: string, from: number, to: number | null])[],
): readonly Metric[] {
  return classes.map(([name, from, to]) => {
    const upper = to === null ? '' : ` AND ${value} <= ${to}`;
    return make(`${name}${tail}Percentage`, `${value} >= ${from}${upper}`);
  });
}

const SINCE: Parameters<typeof shares>[3] = [
  ['upToDay', 0, 0],
  ['upToWeek', 1, 7],
  ['upToMonth', 8, 31],
  ['upToQuarter', 32, 90],
  ['upToYear', 91, 365],
  ['overYear', 366, null],
];
const BETWEEN = `if(${HAS_PREVIOUS}, ${SINCE_PREVIOUS}, -1)`;

export const visitorMetrics: readonly Metric[] = [
  metric('crossDeviceUsers', 0, `uniqExact(if(user_id = '', toString(visitor_id), concat('=', user_id)))`),
  metric('newUserVisitsPercentage', null, percent('countIf(visit_number = 1)', VISITS)),
  metric('avgDaysSinceFirstVisit', null, ratio(`sum(${SINCE_FIRST})`, VISITS)),
  metric('avgDaysBetweenVisits', null, `avgIf(${SINCE_PREVIOUS}, ${HAS_PREVIOUS})`),
  metric('userRecencyDays', null, `avgIf(${SINCE_PREVIOUS}, ${HAS_PREVIOUS})`),
  ...shares(visitsWhere, SINCE_FIRST, 'SinceFirstVisit', SINCE),
  ...shares(visitsWhere, BETWEEN, 'UserRecency', SINCE),
  ...shares(visitsWhere, BETWEEN, 'BetweenVisits', [
    ['oneDay', 0, 1],
    ['upToWeek', 2, 7],
    ['upToMonth', 8, 31],
    ['overMonth', 32, null],
  ]),
  ...shares(usersWhere, 'visit_number', 'PerUser', [
    ['oneVisit', 1, 1],
    ['upTo3Visits', 2, 3],
    ['upTo7Visits', 4, 7],
    ['upTo31Visits', 8, 31],
    ['over32Visits', 32, null],
  ]),
  { ...metric('robotVisits', 0, 'countIf(is_robot)'), ofRobots: true },
  { ...visitsWhere('robotPercentage', 'is_robot'), ofRobots: true },
  visitsWhere('GCLIDPercentage', 'gclid'),
  metric('originalPageviews', 0, 'sum(page_views)'),
  visitsWhere('originalBounceRate', 'is_bounce'),
  metric('originalPageDepth', null, ratio('sum(page_views)', VISITS)),
  metric('avgOriginalVisitDurationSeconds', null, ratio('sum(duration)', VISITS)),
  ...(
    [
      ['visitsPerHour', 24],
      ['visitsPerMinute', 1_440],
    ] as const
  ).map(([id, parts]) =>
    defineMetric({ id, ofNothing: 0, sql: ({ days }) => ratio(VISITS, `(${parts} * ${days()})`) }),
  ),
];
