/** Days, weeks, hours of each moment that a row has: one declaration makes all their parts [V11, M45]. */
import type { Dimension, DimensionScope, ValueDimension } from '../dimension.ts';
import { named } from '../known-values.ts';
import type { Group } from '../parse/group.ts';
import type { Language } from '../parse/request.ts';
import type { ScopeId } from '../scopes/scope.ts';
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

type Part = Pick<ValueDimension, 'kind' | 'sql' | 'known' | 'label'>;

const starts = (group: Group): Part => ({ kind: 'date', sql: PERIOD_SQL[group] });

/** A part of the calendar has so many values, from the first one on. */
const part = (
  [first, last]: readonly [number, number],
  sql: ValueDimension['sql'],
  label?: Dimension['label'],
): Part => ({
  kind: 'number',
  sql,
  known: {
    closed: true,
    names: named(Array.from({ length: last - first + 1 }, (_item, at) => String(first + at))),
  },
  ...(label === undefined ? {} : { label }),
});

/** So many characters of `hh:mm`. */
const clock = (characters: number, tail: string): Part => ({
  kind: 'text',
  sql: ({ zone, time }) => `concat(substring(toString(${time}, ${zone}), 12, ${characters}), '${tail}')`,
});

const DAY_PARTS: Readonly<Record<string, Part>> = {
  date: starts('day'),
  'datePeriod<group>': { kind: 'date', sql: (scope) => PERIOD_SQL[scope.args.group](scope) },
  startOfWeek: starts('week'),
  startOfMonth: starts('month'),
  startOfQuarter: starts('quarter'),
  startOfYear: starts('year'),
  dayOfWeek: part([1, 7], (scope) => `toDayOfWeek(${day(scope)})`, weekday),
  dayOfMonth: part([1, 31], (scope) => `toDayOfMonth(${day(scope)})`),
  month: part([1, 12], (scope) => `toMonth(${day(scope)})`, month),
  year: { kind: 'number', sql: (scope) => `toYear(${day(scope)})` },
};

const CLOCK_PARTS: Readonly<Record<string, Part>> = {
  dateTime: { kind: 'date', sql: (scope) => local(scope, 19, '') },
  startOfMinute: starts('minute'),
  startOfDekaminute: starts('dekaminute'),
  startOfHour: starts('hour'),
  hour: part(
    [0, 23],
    ({ zone, time }) => `toHour(${time}, ${zone})`,
    (value) => ({ id: value, name: `${value.padStart(2, '0')}:00` }),
  ),
  minute: part([0, 59], ({ zone, time }) => `toMinute(${time}, ${zone})`),
  hourMinute: clock(5, ''),
  dekaminute: clock(4, '0'),
};

/** A moment of a row, and the zone in which it has its day and hour. */
interface Moment {
  /** How names of it begin. */
  readonly prefix: string;
  readonly scopes: readonly ScopeId[];
  readonly parts: Readonly<Record<string, Part>>;
  /** Its column and its zone, in the place of the row's own. */
  readonly seen: (scope: DimensionScope) => Partial<DimensionScope>;
  /** When a row has it, as SQL; unless said, always. */
  readonly given?: string;
}

const ALL_PARTS = { ...DAY_PARTS, ...CLOCK_PARTS };
const VISITS: readonly ScopeId[] = ['visits'];

const MOMENTS: readonly Moment[] = [
  { prefix: '', scopes: EVERYWHERE, parts: ALL_PARTS, seen: () => ({}) },
  // By the visitor's own clock: where it is told, it is so much ahead of UTC.
  {
    prefix: 'browser',
    scopes: EVERYWHERE,
    parts: ALL_PARTS,
    seen: ({ time }) => ({ time: `addMinutes(${time}, client_zone)`, zone: `'UTC'` }),
    given: 'client_zone != 32767',
  },
  { prefix: 'firstVisit', scopes: VISITS, parts: ALL_PARTS, seen: () => ({ time: 'first_visit_at' }) },
  {
    prefix: 'previousVisit',
    scopes: VISITS,
    parts: DAY_PARTS,
    seen: () => ({ time: 'previous_visit_at' }),
    given: 'toUnixTimestamp(previous_visit_at) > 0',
  },
];

/** Costs are known by days [M97]. */
const scopesOf = ({ prefix, scopes }: Moment, name: string): readonly ScopeId[] =>
  prefix === '' && name in DAY_PARTS ? [...scopes, 'costs'] : scopes;

function partOf(moment: Moment, [name, { sql, ...rest }]: [string, Part]): Dimension {
  const { prefix, seen, given } = moment;
  const scopes = scopesOf(moment, name);
  const id = prefix === '' ? name : prefix + name.charAt(0).toUpperCase() + name.slice(1);
  const of: ValueDimension['sql'] = (scope) => sql({ ...scope, ...seen(scope) });
  if (given === undefined) return { id, scopes, sql: of, ...rest };
  const none = rest.kind === 'text' ? `''` : 'NULL';
  return { id, scopes, sql: (scope) => `if(${given}, ${of(scope)}, ${none})`, optional: true, ...rest };
}

export const timeDimensions: readonly Dimension[] = MOMENTS.flatMap((moment) =>
  Object.entries(moment.parts).map((one) => partOf(moment, one)),
);
