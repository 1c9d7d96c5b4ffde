/** When visits and page views began, in the report's time zone, daylight saving included [V11]. */
import { defineDimension, type Dimension, type DimensionScope, type ValueDimension } from '../dimension.ts';
import { named } from '../known-values.ts';
import type { Group } from '../parse/group.ts';
import type { Language } from '../parse/request.ts';
import { EVERYWHERE } from '../scopes/scopes.ts';

const day = ({ zone, time }: DimensionScope): string => `toDate(${time}, ${zone})`;

/** The local moment, cut after so many of the characters of `YYYY-MM-DD hh:mm:ss`. */
const local = ({ zone, time }: DimensionScope, characters: number, tail: string): string =>
  `concat(substring(toString(${time}, ${zone}), 1, ${characters}), '${tail}')`;

/** The first day or moment of the period that a row began in. Also what charts are cut by. */
export const PERIOD_SQL: Readonly<Record<Group, (scope: DimensionScope) => string>> = {
  all: () => `''`,
  minute: (scope) => local(scope, 16, ':00'),
  dekaminute: (scope) => local(scope, 15, '0:00'),
  hour: (scope) => local(scope, 13, ':00:00'),
  day,
  week: (scope) => `toStartOfWeek(${day(scope)}, 1)`,
  month: (scope) => `toStartOfMonth(${day(scope)})`,
  quarter: (scope) => `toStartOfQuarter(${day(scope)})`,
  year: (scope) => `toStartOfYear(${day(scope)})`,
};

const starts = (name: string, group: Group): Dimension =>
  defineDimension({ id: name, scopes: EVERYWHERE, kind: 'date', sql: PERIOD_SQL[group] });

/** A part of the calendar has so many values, from the first one on. */
const part = (
  name: string,
  [first, last]: readonly [number, number],
  sql: ValueDimension['sql'],
  label?: Dimension['label'],
): Dimension =>
  defineDimension({
    id: name,
    scopes: EVERYWHERE,
    kind: 'number',
    sql,
    known: {
      closed: true,
      names: named(Array.from({ length: last - first + 1 }, (_item, at) => String(first + at))),
    },
    ...(label === undefined ? {} : { label }),
  });

/** Names of weekdays and months, from a date that has the one in question. Formats are made once, rows are many. */
function wordOf(
  options: Intl.DateTimeFormatOptions,
  sample: (value: number) => number,
): NonNullable<Dimension['label']> {
  const format = (lang: Language) => new Intl.DateTimeFormat(lang, { ...options, timeZone: 'UTC' });
  const formats: Readonly<Record<Language, Intl.DateTimeFormat>> = { en: format('en'), ru: format('ru') };
  return (value, { lang }) => ({ id: value, name: formats[lang].format(sample(Number(value))) });
}

/** 1 January 2024 was a Monday. */
const weekday = wordOf({ weekday: 'long' }, (value) => Date.UTC(2024, 0, value));
const month = wordOf({ month: 'long' }, (value) => Date.UTC(2024, value - 1, 1));

export const timeDimensions: readonly Dimension[] = [
  starts('date', 'day'),
  defineDimension({
    id: 'datePeriod<group>',
    scopes: EVERYWHERE,
    kind: 'date',
    sql: (scope) => PERIOD_SQL[scope.args.group](scope),
  }),
  starts('startOfMinute', 'minute'),
  starts('startOfDekaminute', 'dekaminute'),
  starts('startOfHour', 'hour'),
  starts('startOfWeek', 'week'),
  starts('startOfMonth', 'month'),
  starts('startOfQuarter', 'quarter'),
  starts('startOfYear', 'year'),
  part(
    'hour',
    [0, 23],
    ({ zone, time }) => `toHour(${time}, ${zone})`,
    (value) => ({ id: value, name: `${value.padStart(2, '0')}:00` }),
  ),
  part('dayOfWeek', [1, 7], (scope) => `toDayOfWeek(${day(scope)})`, weekday),
  part('dayOfMonth', [1, 31], (scope) => `toDayOfMonth(${day(scope)})`),
  part('month', [1, 12], (scope) => `toMonth(${day(scope)})`, month),
  defineDimension({
    id: 'year',
    scopes: EVERYWHERE,
    kind: 'number',
    sql: (scope) => `toYear(${day(scope)})`,
  }),
];
