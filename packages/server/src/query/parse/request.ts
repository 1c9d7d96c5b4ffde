/** Reads the parameters of a report, looking nothing up: names, filters and days are checked for form alone. */
import { MAX_DIMENSIONS, MAX_LIMIT, MAX_METRICS } from '@goalpost/contract/reports';
import { isProblem, problem, type Problem } from '../../kit/problem.ts';
import { SHARING_MODELS, type SharingModel } from '@goalpost/contract/reports/attribution';
import { unknowable } from '../plan/unknowable.ts';
import type { Report } from '../report.ts';
import { readAttribution, type Attribution } from './attribution.ts';
import { readDay, type DaySpec } from './dates.ts';
import { type Filter, FilterFault, parseFilter } from '@goalpost/contract/reports/filters';
import { GROUPS, readGroup, type Group } from './group.ts';
import { readParentId, readRowIds, type OpenedRow, type RowIds } from './row-ids.ts';
import { settle, settleList } from './settle.ts';
import { offsetZone, type Zone } from './zone.ts';

/** Values of a query string; a key said twice is read as a list. */
export type RawParams = Readonly<Record<string, string | readonly string[] | undefined>>;

export const LANGUAGES = ['en', 'ru'] as const;
export type Language = (typeof LANGUAGES)[number];

const MAX_COUNTERS = 500;
const MAX_TOP_KEYS = 30;
const MAX_SEGMENTS = 10;

/** The parameter that says it, its text, and what it reads. */
export interface SaidFilter {
  readonly location: string;
  readonly text: string;
  readonly filter: Filter;
  /** Of the caller's access, not of the question: no answer repeats it [A83]. */
  readonly isLimit?: true;
}

export interface SaidSegments {
  readonly location: string;
  readonly ids: readonly number[];
}

/** Of a comparison: parameters of this side end in it, and stand before those of both. */
export type Side = '_a' | '_b';

export interface SortItem {
  readonly name: string;
  readonly descending: boolean;
}

export interface ReportRequest {
  readonly ids: readonly number[];
  readonly preset: string | null;
  /** Full names, not looked up yet. */
  readonly metrics: readonly string[];
  readonly dimensions: readonly string[];
  /** Saved segments that the question is asked within, by number. */
  readonly segments: readonly SaidSegments[];
  /** Each chooses rows; all of them together. */
  readonly filters: readonly SaidFilter[];
  readonly sort: readonly SortItem[];
  readonly date1: DaySpec;
  /** The parameter that says it. */
  readonly date1At: string;
  readonly date2: DaySpec;
  /** Null: the counter's own. */
  readonly zone: Zone | null;
  readonly limit: number;
  /** From 1. */
  readonly offset: number;
  readonly group: Group | 'auto';
  readonly attribution: Attribution;
  /** Shares goals out over the visits that led to them; null: each belongs to one visit. */
  readonly sharing: SharingModel | null;
  readonly currency: string | null;
  readonly goalId: number | null;
  readonly lang: Language;
  readonly includeUndefined: boolean;
  readonly topKeys: number;
  readonly rowIds: RowIds | null;
  /** The row of a drill-down that is opened: its values, from the first dimension on. */
  readonly parentId: OpenedRow;
}

export function parseRequest(
  raw: RawParams,
  reports: readonly Report[],
  side: Side | null = null,
): ReportRequest | Problem {
  const what = readWhat(raw, reports, side);
  const how = readHow(raw);
  if (isProblem(what) || isProblem(how)) return settle({ what, how }) as Problem;
  return { ...what, ...how };
}

/** What is asked: metrics, dimensions, filters, days. */
function readWhat(raw: RawParams, reports: readonly Report[], side: Side | null) {
  const preset = readPreset(text(raw, 'preset'), reports);
  const report = isProblem(preset) ? null : preset;
  const at = (name: string): string =>
    side !== null && text(raw, `${name}${side}`) !== null ? `${name}${side}` : name;
  return settle({
    ids: readIds(text(raw, 'ids') ?? text(raw, 'id')),
    preset: isProblem(preset) ? preset : (report?.id ?? null),
    metrics: isProblem(preset) ? [] : readMetrics(text(raw, 'metrics'), report),
    dimensions: readNames(
      text(raw, 'dimensions') ?? report?.dimensions.join() ?? '',
      'dimensions',
      MAX_DIMENSIONS,
    ),
    segments: readSegments(raw, side === null ? ['segment'] : ['segment', `segment${side}`]),
    filters: readFilters(raw, side === null ? ['filters'] : ['filters', `filters${side}`]),
    date1At: at('date1'),
    date1: readDate(text(raw, at('date1')) ?? '6daysAgo', at('date1')),
    date2: readDate(text(raw, at('date2')) ?? 'today', at('date2')),
    zone: readZone(text(raw, 'timezone')),
  });
}

/** How it is answered: order, pages, meanings of parameters in names, language. */
function readHow(raw: RawParams) {
  return settle({
    sort: readSort(text(raw, 'sort') ?? ''),
    limit: readNumber(raw, 'limit', 100, 1, MAX_LIMIT),
    offset: readNumber(raw, 'offset', 1, 1, Number.MAX_SAFE_INTEGER - MAX_LIMIT),
    group: readGroupParam(text(raw, 'group') ?? 'week'),
    attribution: readAttributionParam(text(raw, 'attribution') ?? 'lastsign'),
    sharing: sharingModel(text(raw, 'attribution')),
    currency: readCurrency(text(raw, 'currency')),
    goalId: text(raw, 'goal_id') === null ? null : readNumber(raw, 'goal_id', 0, 1, Number.MAX_SAFE_INTEGER),
    lang: readLanguage(text(raw, 'lang') ?? 'en'),
    includeUndefined: readBoolean(text(raw, 'include_undefined') ?? 'false', 'include_undefined'),
    topKeys: readNumber(raw, 'top_keys', 7, 1, MAX_TOP_KEYS),
    rowIds: readRowIds(text(raw, 'row_ids'), MAX_TOP_KEYS),
    parentId: readParentId(text(raw, 'parent_id')),
  });
}

function text(raw: RawParams, key: string): string | null {
  const value = raw[key];
  const joined = typeof value === 'string' ? value : (value?.join(',') ?? '');
  return joined.trim() === '' ? null : joined.trim();
}

const invalid = (location: string, message: string): Problem =>
  problem('invalid_parameter', `${location}: ${message}`, location);

function readPreset(name: string | null, reports: readonly Report[]): Report | null | Problem {
  if (name === null) return null;
  const report = reports.find(({ id }) => id === name);
  if (report !== undefined) return report;
  const reason = unknowable(name);
  const shown = JSON.stringify(name);
  if (reason !== null) return invalid('preset', `report ${shown} cannot be known here: ${reason}`);
  return invalid('preset', `unknown report ${shown}`);
}

function readIds(list: string | null): number[] | Problem {
  if (list === null) return problem('missing_parameter', 'ids: at least one counter number is needed', 'ids');
  const items = list.split(',').map((item) => item.trim());
  const wrong = items.find((item) => !/^[1-9]\d{0,9}$/.test(item));
  if (wrong !== undefined) return invalid('ids', `${JSON.stringify(wrong)} is not a counter number`);
  const ids = [...new Set(items.map(Number))];
  return ids.length > MAX_COUNTERS ? invalid('ids', `at most ${MAX_COUNTERS} counters`) : ids;
}

function readMetrics(list: string | null, report: Report | null): string[] | Problem {
  const names = list ?? report?.metrics.join() ?? null;
  if (names === null)
    return problem('missing_parameter', 'metrics: at least one metric or a preset is needed', 'metrics');
  return readNames(names, 'metrics', MAX_METRICS);
}

function readNames(list: string, location: string, most: number): string[] | Problem {
  if (list === '') return [];
  const names = list.split(',').map((name) => name.trim());
  return names.length > most ? invalid(location, `at most ${most} names, found ${names.length}`) : names;
}

function readSegments(raw: RawParams, locations: readonly string[]): SaidSegments[] | Problem {
  return settleList(
    locations.map((location): SaidSegments | Problem => {
      const items =
        text(raw, location)
          ?.split(',')
          .map((item) => item.trim()) ?? [];
      const wrong = items.find((item) => !/^[1-9]\d{0,9}$/.test(item));
      if (wrong !== undefined) {
        return invalid(location, `${JSON.stringify(wrong)} is not the number of a segment`);
      }
      const ids = [...new Set(items.map(Number))];
      return ids.length > MAX_SEGMENTS ? invalid(location, `at most ${MAX_SEGMENTS}`) : { location, ids };
    }),
  );
}

function readFilters(raw: RawParams, locations: readonly string[]): SaidFilter[] | Problem {
  const said = locations.filter((location) => text(raw, location) !== null);
  return settleList(
    said.map((location) => {
      // Not trimmed: faults are told by their place in what was sent.
      const source = [raw[location]].flat().join();
      const filter = parseFilter(source);
      return filter instanceof FilterFault
        ? filterProblem(filter, location)
        : { location, text: source, filter };
    }),
  );
}

/** The same form for faults that are found later, when names are looked up. */
export function filterProblem({ message, at, overLimit }: FilterFault, location: string): Problem {
  const type = overLimit ? 'filter_limits' : 'invalid_parameter';
  return problem(type, `${location}, character ${at}: ${message}`, location);
}

function readSort(list: string): SortItem[] {
  if (list === '') return [];
  return list.split(',').map((item) => {
    const name = item.trim();
    return name.startsWith('-') ? { name: name.slice(1), descending: true } : { name, descending: false };
  });
}

function readDate(value: string, location: string): DaySpec | Problem {
  return (
    readDay(value) ??
    invalid(location, `${JSON.stringify(value)} is neither YYYY-MM-DD nor today, yesterday or NdaysAgo`)
  );
}

function readZone(value: string | null): Zone | null | Problem {
  if (value === null) return null;
  return offsetZone(value) ?? invalid('timezone', `${JSON.stringify(value)} is not ±hh:mm`);
}

function readNumber(
  raw: RawParams,
  key: string,
  usual: number,
  least: number,
  most: number,
): number | Problem {
  const value = text(raw, key);
  if (value === null) return usual;
  const number = Number(value);
  if (/^\d{1,16}$/.test(value) && number >= least && number <= most) return number;
  return invalid(key, `${JSON.stringify(value)} is not a whole number from ${least} to ${most}`);
}

function readGroupParam(value: string): Group | 'auto' | Problem {
  return (
    readGroup(value) ?? invalid('group', `${JSON.stringify(value)} is none of auto, ${GROUPS.join(', ')}`)
  );
}

function readAttributionParam(value: string): Attribution | Problem {
  const found = readAttribution(value);
  if (found !== null) return found;
  // Each visit of a path stands for its own source.
  if (sharingModel(value) !== null) return 'last';
  return value === 'last_ad'
    ? invalid('attribution', '"last_ad" is answered at /api/v1/attribution')
    : invalid('attribution', `unknown model ${JSON.stringify(value)}`);
}

const sharingModel = (value: string | null): SharingModel | null =>
  SHARING_MODELS.find((model) => model === value) ?? null;

function readCurrency(value: string | null): string | null | Problem {
  if (value === null || /^[A-Z]{3}$/.test(value)) return value;
  return invalid('currency', `${JSON.stringify(value)} is not three capital letters`);
}

function readLanguage(value: string): Language | Problem {
  const lang = LANGUAGES.find((known) => known === value.toLowerCase());
  return lang ?? invalid('lang', `${JSON.stringify(value)} is none of ${LANGUAGES.join(', ')}`);
}

function readBoolean(value: string, location: string): boolean | Problem {
  if (/^(true|1)$/i.test(value)) return true;
  return /^(false|0)$/i.test(value)
    ? false
    : invalid(location, `${JSON.stringify(value)} is neither true nor false`);
}
