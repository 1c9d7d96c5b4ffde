/** Looks names up in the registry, and says in which place of which parameter a wrong one stands. */
import { problem, type Problem } from '../../kit/problem.ts';
import type { Dimension } from '../dimension.ts';
import { knownValues } from '../known-values.ts';
import type { Metric } from '../metric.ts';
import { readDay, resolveDay } from '../parse/dates.ts';
import { SHORTER_THAN_DAYS } from '../parse/group.ts';
import type { Named, NameDefaults, NameIndex, Resolved } from '../parse/names.ts';
import { localDay } from '../parse/zone.ts';
import type { ReportRequest } from '../parse/request.ts';
import { settleList } from '../parse/settle.ts';
import type { Registry } from '../registry.ts';
import { prefixOf, SCOPES, scopeOf } from '../scopes/scopes.ts';
import type { KnownOf } from './known-filter.ts';
import type { Plan, Subject } from './plan.ts';
import { unknowable } from './unknowable.ts';

export interface Lookup {
  metrics(): Resolved<Metric>[] | Problem;
  dimensions(): Resolved<Dimension>[] | Problem;
  /** Text says what is wrong with the name. */
  dimension(name: string): Resolved<Dimension> | string;
  /** Null if it is no metric; text says why a metric cannot be used here. */
  metric(name: string): Resolved<Metric> | string | null;
  /** Values that a filter on the dimension may name; null where any may be. */
  known(dimension: Dimension): KnownOf | null;
  /** A day that is said from today, such as `30daysAgo`, as the calendar has it; other text as it is. */
  day(text: string): string;
}

export function createLookup(
  request: ReportRequest,
  subject: Subject,
  { group, zone }: Pick<Plan, 'group' | 'zone'>,
  registry: Registry,
): Lookup {
  const currency = request.currency ?? subject.counters[0]?.currency ?? '';
  const goals = new Set(subject.goals.map(({ id }) => id));
  const defaults: NameDefaults = {
    attribution: request.attribution,
    group,
    goalId: request.goalId,
    currency,
  };

  function find<T extends Named>(index: NameIndex<T>, name: string, kind: string): Resolved<T> | string {
    const found = index.resolve(name, defaults);
    if (typeof found === 'string') return `${name}: ${found}`;
    if (found === null) return unknown(name, kind);
    const { goalId, group: cut } = found.args;
    if (found.scope.knownBy !== undefined && SHORTER_THAN_DAYS.includes(cut))
      return `${name}: ${found.scope.knownBy}`;
    return goalId === null || goals.has(goalId) ? found : `${name}: there is no goal ${goalId}`;
  }

  const findMetric = (name: string): Resolved<Metric> | string => find(registry.metrics, name, 'metric');
  const dimension = (name: string): Resolved<Dimension> | string =>
    find(registry.dimensions, name, 'dimension');
  return {
    metrics: () => all(request.metrics, 'metrics', findMetric),
    dimensions: () => all(request.dimensions, 'dimensions', dimension),
    dimension,
    known: once((definition: Dimension): KnownOf | null => {
      if (definition.kind === 'item') {
        const values = definition.list.known(subject);
        return values === null ? null : { closed: true, values };
      }
      if (definition.openTo !== undefined) return { closed: false, values: definition.openTo(subject) };
      if (definition.knownOf !== undefined) return { closed: true, values: definition.knownOf(subject) };
      return definition.known === undefined
        ? null
        : { closed: definition.known.closed, values: knownValues(definition) };
    }),
    day(text) {
      const said = readDay(text);
      return said === null || 'day' in said ? text : resolveDay(said, localDay(subject.now, zone));
    },
    metric: (name) => (registry.metrics.resolve(name, defaults) === null ? null : findMetric(name)),
  };
}

/** A filter may name one dimension twenty times, and its values are many. */
function once<K, V>(make: (key: K) => V): (key: K) => V {
  const made = new Map<K, V>();
  return (key) => {
    const value = made.get(key) ?? make(key);
    made.set(key, value);
    return value;
  };
}

/** Every name of a list, each once. */
function all<T>(list: readonly string[], location: string, one: (name: string) => Resolved<T> | string) {
  const seen = new Set<string>();
  return settleList(
    list.map((name, index): Resolved<T> | Problem => {
      const at = (text: string): Problem =>
        problem('invalid_parameter', `${location}, item ${index + 1}: ${text}`, `${location}.${index}`);
      const found = one(name);
      if (typeof found === 'string') return at(found);
      if (seen.has(found.name)) return at(`${found.name} is named twice`);
      seen.add(found.name);
      return found;
    }),
  );
}

function unknown(name: string, kind: string): string {
  const shown = JSON.stringify(name);
  if (/^[a-z]+:[a-z]+:/.test(name) && scopeOf(name) === null) {
    const known = SCOPES.flatMap(({ prefix, ours, rows }) =>
      [prefix, ...(ours === null ? [] : [ours])].map((one) => `${one} (${rows})`),
    ).join(' or ');
    return `${shown}: only names that start with ${known} are known here`;
  }
  const scope = scopeOf(name);
  const reason = scope === null ? null : (scope.knownBy ?? unknowable(prefixOf(scope, name).local));
  return reason === null ? `unknown ${kind} ${shown}` : `${kind} ${shown} cannot be known here: ${reason}`;
}
