/** The state of a report, as it stands in the address: read leniently, written in one way. */
import { ATTRIBUTIONS, type Credit, type Group } from '../../api/stat.ts';
import { SHARING } from './sharing-models.ts';
import { areLevels } from '../levels/read.ts';
import { LONGEST_TEXT } from './search-text.ts';
import { COMPARISONS, isPeriodName, type Comparison } from './period.ts';
import { isSideDays, isSideSegment } from './sides.ts';

export interface ReportSearch {
  /** A named period or `2026-01-01..2026-01-31`. Absent: 30 days. */
  readonly period?: string | undefined;
  readonly compare?: Comparison | undefined;
  readonly group?: Group | undefined;
  /** Conditions on visits, in the API's grammar. */
  readonly filters?: string | undefined;
  /** Text that the rows of the table hold. */
  readonly find?: string | undefined;
  /** Numbers of saved segments, joined with commas. */
  readonly segment?: string | undefined;
  /** Side B, where two stand side by side: its segment, and its days. */
  readonly segment_b?: string | undefined;
  /** Conditions of side B, where its segment is `own`. */
  readonly filters_b?: string | undefined;
  readonly period_b?: string | undefined;
  readonly attribution?: Credit | undefined;
  /** Goal numbers, joined with commas; `none` for none. Absent: those chosen by default. */
  readonly goals?: string | undefined;
  /** Metrics of the table, in order, joined with commas. */
  readonly columns?: string | undefined;
  /** Dimensions that rows are by, outermost first, joined with commas. Absent: those of the report. */
  readonly levels?: string | undefined;
  /** How the countries are drawn; absent: on a map. */
  readonly chart?: 'lines' | undefined;
  /** Metric on the chart. */
  readonly metric?: string | undefined;
  /** Metric the table is sorted by, with `-` for descending. */
  readonly sort?: string | undefined;
  /** Dimension of a break-down. */
  readonly by?: string | undefined;
  /** Id of a report that a new schedule is to send. */
  readonly send?: string | undefined;
  /** Paths of opened rows, joined with commas. */
  readonly open?: string | undefined;
}

const GROUPS: readonly Group[] = ['hour', 'day', 'week', 'month'];
const WORD = /^-?[A-Za-z][A-Za-z0-9]{0,40}$/;

function oneOf<T extends string>(value: unknown, allowed: readonly T[]): T | undefined {
  return allowed.find((item) => item === value);
}

const word = (value: unknown): string | undefined =>
  typeof value === 'string' && WORD.test(value) ? value : undefined;

const said = (value: unknown, longest: number): string | undefined =>
  typeof value === 'string' && value.trim() !== '' ? value.slice(0, longest) : undefined;

const taken = (value: unknown, isRight: (text: string) => boolean): string | undefined =>
  typeof value === 'string' && isRight(value) ? value : undefined;

export function readReportSearch(search: Record<string, unknown>): ReportSearch {
  const { period, goals, open, filters, segment } = search;
  // What cannot be read stays as nothing: the router would hand its text on where the name is missing.
  return {
    period: typeof period === 'string' && isPeriodName(period) ? period : undefined,
    compare: oneOf(search['compare'], COMPARISONS),
    group: oneOf(search['group'], GROUPS),
    // What is wrong in them the server says: left out in silence, the numbers would be of other visits.
    filters: said(filters, 10_000),
    find: said(search['find'], LONGEST_TEXT),
    segment: said(segment, 200),
    filters_b: said(search['filters_b'], 10_000),
    segment_b: taken(search['segment_b'], isSideSegment),
    period_b: taken(search['period_b'], isSideDays),
    attribution: oneOf<Credit>(search['attribution'], [...ATTRIBUTIONS, ...SHARING]),
    goals: typeof goals === 'string' && /^(none|\d+(,\d+)*)$/.test(goals) ? goals : undefined,
    columns: said(search['columns'], 1_000),
    levels: taken(search['levels'], areLevels),
    chart: oneOf(search['chart'], ['lines'] as const),
    metric: word(search['metric']),
    sort: word(search['sort']),
    by: word(search['by']),
    send: taken(search['send'], (text) => /^[a-z][a-z0-9_]{0,60}$/.test(text)),
    open: typeof open === 'string' && open !== '' && open.length <= 1_000 ? open : undefined,
  };
}

/** What the address says and no report can read, by name and value; the screen says so [M140]. */
export function unreadable(search: Record<string, unknown>): [name: string, value: string][] {
  return Object.entries(readReportSearch(search)).flatMap(([name, read]) => {
    const said = search[name];
    return read === undefined && typeof said === 'string' && said.trim() !== '' ? [[name, said]] : [];
  });
}

/** What one report hands to the next when the reader goes on. */
export function carried(search: ReportSearch): ReportSearch {
  const { period, compare, goals, filters, segment, attribution } = search;
  return { period, compare, goals, filters, segment, attribution };
}
