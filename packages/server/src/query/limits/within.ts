/** Keeps a question within the limits of its caller: the filters of their grant, and no one person [A83]. Pure. */
import { conditionsOf, FilterFault, parseFilter, type Filter } from '@goalpost/contract/reports/filters';
import { tellsPeopleApart } from '@goalpost/contract/management/in-person';
import { problem, type Problem } from '../../kit/problem.ts';
import type { Dimension } from '../dimension.ts';
import { timeDimensions } from '../dimensions/time.ts';
import type { NameDefaults } from '../parse/names.ts';
import type { ReportRequest } from '../parse/request.ts';
import { registry } from '../registry.ts';
import { costs } from '../scopes/costs.ts';
import { scopeOf } from '../scopes/scopes.ts';

const TIMES: ReadonlySet<string> = new Set(timeDimensions.map(({ id }) => id));

/** What is left out of a name in a limit is not for the question to choose. */
const FIXED: NameDefaults = { attribution: 'lastsign', group: 'day', goalId: null, currency: '' };

const denied = (location: string, message: string): Problem => problem('access_denied', message, location);

/** @param limits of each counter of the question, as filters; null: none */
export function withinLimits(
  request: ReportRequest,
  limits: readonly (string | null)[],
): ReportRequest | Problem {
  const all = new Set(limits);
  if (all.size > 1) return denied('ids', 'ids: your access to these counters differs: ask for each alone');
  const [limit = null] = all;
  if (limit === null) return request;
  const refusal = ofCosts(request) ?? inPerson(request) ?? beyondVisits(request);
  if (refusal !== null || limit === '') return refusal ?? request;
  const filter = limitOf(limit);
  if (filter instanceof FilterFault)
    return denied('ids', 'ids: the limits of your access cannot be read any more');
  if (request.zone !== null && conditionsOf(filter).some(({ name }) => saysTime(name)))
    return denied('timezone', 'timezone: the limits of your access are by the clock of the counter');
  // In front: the last of them is what a refusal is about.
  return { ...request, filters: [{ location: 'ids', text: '', filter, isLimit: true }, ...request.filters] };
}

/**
 * A limit that could be asked when it was given names what is gone since, such as a goal. Nothing is shown then,
 * and what it says is not for its person [A73].
 *
 * @returns null where the question itself is at fault
 */
export function aboutLimits({ filters }: ReportRequest, refusal: Problem): Problem | null {
  const isLimits = filters.some((one) => one.isLimit) && refusal.items[0].location === 'ids';
  return isLimits
    ? denied('ids', 'ids: the limits of your access name what is not there any more: ask who gave it to you')
    : null;
}

/** The filters of a grant; each name means the same in every question. */
export function limitOf(text: string): Filter | FilterFault {
  const filter = parseFilter(text);
  if (filter instanceof FilterFault) return filter;
  const [wrong] = conditionsOf(filter).filter(({ name }) => tellsOne(name) || name.endsWith(':segment'));
  if (wrong !== undefined) {
    const why = tellsOne(wrong.name) ? 'it tells people apart' : 'a segment may change';
    return new FilterFault(`${wrong.name} cannot limit access: ${why}`, wrong.at);
  }
  return fixed(filter);
}

function fixed(filter: Filter): Filter {
  switch (filter.kind) {
    case 'condition': {
      const found = registry.dimensions.resolve(filter.name, FIXED);
      return found === null || typeof found === 'string' ? filter : { ...filter, name: found.name };
    }
    case 'not':
    case 'some':
      return { ...filter, item: fixed(filter.item) };
    case 'and':
    case 'or':
      return { ...filter, items: filter.items.map(fixed) };
  }
}

function ofCosts({ metrics, dimensions }: ReportRequest): Problem | null {
  return [...metrics, ...dimensions].some((name) => scopeOf(name) === costs)
    ? denied('ids', 'ids: costs are known of the whole counter, and your access is limited')
    : null;
}

function inPerson(request: ReportRequest): Problem | null {
  const asked: readonly (readonly [location: string, name: string])[] = [
    ...request.dimensions.map((name) => ['dimensions', name] as const),
    ...request.filters.flatMap(({ location, filter }) =>
      conditionsOf(filter).map(({ name }) => [location, name] as const),
    ),
  ];
  const found = asked.find(([, name]) => tellsOne(name));
  if (found === undefined) return null;
  const [location, name] = found;
  return denied(location, `${location}: ${name} tells people apart, which your access leaves out`);
}

function tellsOne(name: string): boolean {
  const found = dimensionOf(name);
  return found !== null && tellsPeopleApart(found.id);
}

/** In another time zone such a condition chooses other visits. */
function saysTime(name: string): boolean {
  const found = dimensionOf(name);
  return found !== null && (found.kind === 'date' || TIMES.has(found.id));
}

function dimensionOf(name: string): Dimension | null {
  const found = registry.dimensions.resolve(name, FIXED);
  return found === null || typeof found === 'string' ? null : found.definition;
}

/** What else a visitor did may lie outside of the limits: visits that goals are shared out over, too [M68]. */
function beyondVisits({ filters, sharing }: ReportRequest): Problem | null {
  const location =
    sharing === null ? filters.find(({ filter }) => asksVisitors(filter))?.location : 'attribution';
  return location === undefined
    ? null
    : denied(location, `${location}: your access leaves out what else a visitor did`);
}

function asksVisitors(filter: Filter): boolean {
  switch (filter.kind) {
    case 'condition':
      return false;
    case 'not':
      return asksVisitors(filter.item);
    case 'some':
      return filter.key === 'visitor' || asksVisitors(filter.item);
    case 'and':
    case 'or':
      return filter.items.some(asksVisitors);
  }
}
