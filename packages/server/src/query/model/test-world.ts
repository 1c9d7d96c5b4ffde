/** For tests: visits and their page views in plain lists, and which of them a filter chooses. */
import type { HitRow, VisitRow } from '../../collect/index.ts';
import type { Condition, Filter, Some } from '@goalpost/contract/reports/filters';
import { MODEL_DIMENSIONS, type Value } from './test-dimensions.ts';
import { addressOf, fits, goalHolds, NEGATIVE } from './test-filter.ts';
import { generic } from './test-question.ts';

/** A row of a scope: a visit, or a page view with the visit that it belongs to. */
export interface Row {
  readonly scope: 'visits' | 'hits';
  readonly visit: VisitRow;
  /** The row as MODEL_DIMENSIONS read it: of a page view, a visit that began with it. */
  readonly seen: VisitRow;
  readonly title: string;
}

export interface World {
  readonly rows: readonly Row[];
  readonly zone: string;
  readonly goals: readonly number[];
  readonly from: string;
  readonly to: string;
  readonly robots: boolean;
}

export const visitRow = (visit: VisitRow): Row => ({ scope: 'visits', visit, seen: visit, title: '' });

export function hitRow(hit: HitRow, visit: VisitRow): Row {
  const seen: VisitRow = {
    ...visit,
    ...hit,
    started_at: hit.at,
    start_url: hit.url,
    start_path: new URL(hit.url).pathname,
    version: 1,
  };
  return { scope: 'hits', visit, seen, title: hit.title };
}

const PREFIX = { visits: 'ym:s:', hits: 'ym:pv:' } as const;

/** @param name without its prefix */
export function valueOf(row: Row, name: string, zone: string): Value {
  if (row.scope === 'hits' && name === 'title') return row.title === '' ? null : row.title;
  const id = row.scope === 'hits' ? name.replace(/^URL/, 'startURL') : name;
  const dimension = MODEL_DIMENSIONS[generic(id)];
  if (dimension === undefined) throw new Error(`no model of ${name}`);
  return dimension(row.seen, zone);
}

export function chosen(filter: Filter, row: Row, world: World): boolean {
  switch (filter.kind) {
    case 'and':
      return filter.items.every((item) => chosen(item, row, world));
    case 'or':
      return filter.items.some((item) => chosen(item, row, world));
    case 'not':
      return !chosen(filter.item, row, world);
    case 'some':
      return someChosen(filter, row, world);
    case 'condition': {
      const isOther = !filter.name.startsWith(PREFIX[row.scope]);
      if (isOther) return someChosen({ kind: 'some', key: 'visit', item: filter }, row, world);
      return conditionHolds(filter, row, world);
    }
  }
}

/** Names of a filter that are in no set within it. */
function namesIn(filter: Filter): string[] {
  if (filter.kind === 'condition') return [filter.name];
  if (filter.kind === 'some') return [];
  return filter.kind === 'not' ? namesIn(filter.item) : filter.items.flatMap(namesIn);
}

/** [M42], [M43]: of visits where its filter names any; a visitor's by the days of the question or the filter's. */
function someChosen({ key, item, within }: Some, row: Row, world: World): boolean {
  const names = namesIn(item);
  const scope = names.length > 0 && names.every((name) => name.startsWith('ym:pv:')) ? 'hits' : 'visits';
  const saysDays = names.some((name) => /:(date|datePeriod|startOf)/.test(name));
  return world.rows.some((other) => {
    if (other.scope !== scope || (other.seen.is_robot && !world.robots)) return false;
    const isSame =
      key === 'visit'
        ? other.visit.visit_id === row.visit.visit_id
        : other.visit.visitor_id === row.visit.visitor_id &&
          (within === undefined ? saysDays || inPeriod(other, world) : isWithin(within, other, row));
    return isSame && chosen(item, other, world);
  });
}

/** [M71]: at the row's own moment, or so many days before it. */
function isWithin(days: number, other: Row, row: Row): boolean {
  const before = row.seen.started_at - other.seen.started_at;
  return before >= 0 && before <= days * 86_400;
}

export function inPeriod(row: Row, { zone, from, to }: World): boolean {
  const day = String(valueOf(row, 'date', zone));
  return day >= from && day <= to;
}

function conditionHolds(condition: Condition, row: Row, { zone, goals }: World): boolean {
  const name = condition.name.slice(PREFIX[row.scope].length);
  const id = row.scope === 'hits' ? name.replace(/^URL/, 'startURL') : name;
  const holds =
    condition.name === 'ym:s:goal'
      ? goalHolds(condition, row.visit, goals)
      : fits(condition, valueOf(row, name, zone), addressOf(id, row.seen));
  return NEGATIVE.has(condition.operator) ? !holds : holds;
}
