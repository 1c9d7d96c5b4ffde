/** From a request and what the records store knows to a plan. Pure. */
import { isProblem, problem, type Problem } from '../../kit/problem.ts';
import { isRobot } from '../dimensions/visit.ts';
import { daysBetween, resolveDay } from '../parse/dates.ts';
import { FilterFault } from '../parse/filters/ast.ts';
import { autoGroup } from '../parse/group.ts';
import { filterProblem, type ReportRequest } from '../parse/request.ts';
import { settle } from '../parse/settle.ts';
import { namedZone, type Zone } from '../parse/zone.ts';
import type { Registry } from '../registry.ts';
import { dimensionsIn, planFilters } from './filters.ts';
import { createLookup, type Lookup } from './lookup.ts';
import type { Plan, SortKey, Subject } from './plan.ts';

const UTC: Zone = { intl: 'UTC', store: 'UTC' };

export function buildPlan(request: ReportRequest, subject: Subject, registry: Registry): Plan | Problem {
  const zone = request.zone ?? namedZone(subject.counters[0]?.timeZone ?? 'UTC') ?? UTC;
  const period = readPeriod(request, localDay(subject.now, zone));
  if (isProblem(period)) return period;
  const group = request.group === 'auto' ? autoGroup(daysBetween(period.from, period.to)) : request.group;
  const lookup = createLookup(request, subject, group, registry);
  const names = settle({ metrics: lookup.metrics(), dimensions: lookup.dimensions() });
  if (isProblem(names)) return names;
  const sort = planSort(request, names, lookup);
  if (isProblem(sort)) return sort;
  const filters = planFilters(request.filter, { ...lookup, requested: names.metrics });
  if (filters instanceof FilterFault) return filterProblem(filters);
  const goals = subject.goals.map(({ id }) => id);
  return {
    counters: subject.counters.map(({ id }) => id),
    zone,
    ...period,
    ...names,
    ...filters,
    sort,
    limit: request.limit,
    offset: request.offset,
    group,
    goals,
    favorites: subject.goals.filter(({ favorite }) => favorite).map(({ id }) => id),
    currency: lookup.currency,
    robots: [
      ...names.dimensions.map(({ definition }) => definition),
      ...dimensionsIn(filters.where),
    ].includes(isRobot),
    includeUndefined: request.includeUndefined,
  };
}

function readPeriod(request: ReportRequest, today: string): { from: string; to: string } | Problem {
  const from = resolveDay(request.date1, today);
  const to = resolveDay(request.date2, today);
  if (from <= to) return { from, to };
  return problem('invalid_parameter', `date1: ${from} is after date2, ${to}`, 'date1');
}

function localDay(now: number, { intl }: Zone): string {
  const format = new Intl.DateTimeFormat('en-CA', { timeZone: intl, dateStyle: 'short' });
  return format.format(now);
}

type Names = { readonly metrics: Plan['metrics']; readonly dimensions: Plan['dimensions'] };

/** By the first metric, descending, unless said [M11]. */
function planSort(
  { sort }: ReportRequest,
  { metrics, dimensions }: Names,
  lookup: Lookup,
): SortKey[] | Problem {
  if (sort.length === 0) return [{ column: 'metric', index: 0, descending: true }];
  const keys: SortKey[] = [];
  for (const [position, { name, descending }] of sort.entries()) {
    const asMetric = lookup.metric(name);
    const asDimension = lookup.dimension(name);
    const metric =
      asMetric === null || typeof asMetric === 'string'
        ? -1
        : metrics.findIndex((one) => one.name === asMetric.name);
    const dimension =
      typeof asDimension === 'string' ? -1 : dimensions.findIndex((one) => one.name === asDimension.name);
    if (metric < 0 && dimension < 0) {
      const text = `sort, item ${position + 1}: ${JSON.stringify(name)} is not among the request's metrics and dimensions`;
      return problem('invalid_parameter', text, `sort.${position}`);
    }
    keys.push(
      metric >= 0
        ? { column: 'metric', index: metric, descending }
        : { column: 'dimension', index: dimension, descending },
    );
  }
  return keys;
}
