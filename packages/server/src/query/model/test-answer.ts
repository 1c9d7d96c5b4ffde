/** For tests: the answer to a question, worked out from a plain list of visits. */
import type { VisitRow } from '../../collect/index.ts';
import { MODEL_DIMENSIONS, type Value } from './test-dimensions.ts';
import { chooses } from './test-filter.ts';
import type { ModelScope } from './test-metric.ts';
import { MODEL_METRICS, pricedGoals } from './test-metrics.ts';
import { generic, type ModelQuestion } from './test-question.ts';

export interface ModelWorld {
  readonly visits: readonly VisitRow[];
  readonly goals: readonly number[];
  readonly favorites: readonly number[];
  readonly currency: string;
}

interface Row {
  readonly values: readonly Value[];
  readonly visits: VisitRow[];
  readonly metrics: readonly (number | null)[];
}

export interface ModelAnswer {
  readonly rows: readonly {
    readonly ids: readonly (string | null)[];
    readonly metrics: readonly (number | null)[];
  }[];
  readonly totals: readonly (number | null)[];
  readonly min: readonly (number | null)[];
  readonly max: readonly (number | null)[];
  /** By metric, by currency; undefined where no metric is revenue. */
  readonly others: readonly (Readonly<Record<string, number>> | null)[] | undefined;
}

export function expectedAnswer(question: ModelQuestion, world: ModelWorld): ModelAnswer {
  const { dimensions, metrics } = question;
  const selection = select(question, world);
  const goalAt = dimensions.indexOf('goal');
  const days = (Date.parse(question.to) - Date.parse(question.from)) / 86_400_000 + 1;
  const numbers = (visits: readonly VisitRow[], row: ModelScope['row']): (number | null)[] =>
    metrics.map((name) => MODEL_METRICS[generic(name)]?.(visits, { ...world, days, row }) ?? null);
  const others = (values: readonly Value[]): string =>
    JSON.stringify(values.filter((_value, at) => at !== goalAt));
  const wholes = Map.groupBy(selection, (visit) => others(valuesOf(visit, null, question)));
  const groups = new Map<string, { values: Value[]; visits: VisitRow[] }>();
  for (const visit of selection) {
    const goals = goalAt < 0 ? [null] : [...new Set(visit.goal_ids)].filter((id) => world.goals.includes(id));
    for (const goal of goals) {
      const values = valuesOf(visit, goal, question);
      const group = groups.get(JSON.stringify(values)) ?? { values, visits: [] };
      group.visits.push(visit);
      groups.set(JSON.stringify(values), group);
    }
  }
  const rows = [...groups.values()].map(({ values, visits }): Row => {
    const row = goalAt < 0 ? null : { goal: Number(values[goalAt]), whole: wholes.get(others(values)) ?? [] };
    return { values, visits, metrics: numbers(visits, row) };
  });
  const kept = rows.filter((row) => isAbove(row.metrics, question));
  const inRows = [...new Set(kept.flatMap(({ visits }) => visits))];
  const totals = numbers(inRows, goalAt < 0 ? null : { goal: null, whole: selection });
  const left = otherRevenue(inRows, question, world);
  if (dimensions.length === 0) {
    return { rows: [{ ids: [], metrics: totals }], totals, min: totals, max: totals, others: left };
  }
  kept.sort((a, b) => compareRows(a, b, question));
  const extreme = (pick: (numbers: number[]) => number): (number | null)[] =>
    metrics.map((_name, at) => {
      const there = kept.map((row) => row.metrics[at] ?? null).filter((value) => value !== null);
      return kept.length === 0 ? (totals[at] ?? null) : there.length === 0 ? null : pick(there);
    });
  return {
    rows: kept.map(({ values, metrics: numbersOfRow }) => ({
      ids: values.map((value) => (value === null ? null : String(value))),
      metrics: numbersOfRow,
    })),
    totals,
    min: extreme((all) => Math.min(...all)),
    max: extreme((all) => Math.max(...all)),
    others: left,
  };
}

/** What stands beside revenue in another currency [M32], counted reach by reach. */
function otherRevenue(
  visits: readonly VisitRow[],
  { metrics }: ModelQuestion,
  world: ModelWorld,
): ModelAnswer['others'] {
  const all = metrics.map((name) => {
    const goals = pricedGoals(name, world);
    if (goals === undefined) return null;
    const sums: Record<string, bigint> = {};
    for (const { goal_ids, goal_prices, goal_currencies } of visits) {
      for (const [at, id] of goal_ids.entries()) {
        const currency = goal_currencies[at] ?? '';
        const price = BigInt(Math.round((goal_prices[at] ?? 0) * 1e6));
        if (!goals.includes(id) || currency === world.currency || price === 0n) continue;
        sums[currency] = (sums[currency] ?? 0n) + price;
      }
    }
    return Object.fromEntries(Object.entries(sums).map(([currency, sum]) => [currency, Number(sum) / 1e6]));
  });
  return all.every((one) => one === null) ? undefined : all;
}

function valuesOf(visit: VisitRow, goal: number | null, { dimensions, zone }: ModelQuestion): Value[] {
  return dimensions.map((name) =>
    name === 'goal' ? goal : (MODEL_DIMENSIONS[generic(name)]?.(visit, zone) ?? null),
  );
}

function select(question: ModelQuestion, { visits, goals }: ModelWorld): VisitRow[] {
  const { zone, from, to, filter, dimensions, metrics, includeUndefined } = question;
  const robots =
    metrics.some((name) => name === 'robotVisits' || name === 'robotPercentage') ||
    dimensions.includes('isRobot') ||
    JSON.stringify(filter).includes('ym:s:isRobot');
  return visits.filter((visit) => {
    const day = String(MODEL_DIMENSIONS['date']?.(visit, zone));
    if (day < from || day > to || (visit.is_robot && !robots)) return false;
    if (filter !== null && !chooses(filter, visit, zone, goals)) return false;
    const [first] = dimensions;
    const isAny = first === undefined || first === 'goal' || includeUndefined;
    return isAny || valuesOf(visit, null, question)[0] !== null;
  });
}

function isAbove(numbers: readonly (number | null)[], { above, metrics }: ModelQuestion): boolean {
  if (above === null) return true;
  const value = numbers[metrics.indexOf(above.metric)] ?? null;
  return value !== null && value > above.bound;
}

function compareRows(a: Row, b: Row, { sort, metrics, dimensions }: ModelQuestion): number {
  const keys = sort.length > 0 ? sort : [{ name: metrics[0] ?? '', descending: true }];
  const ties = dimensions.map((name) => ({ name, descending: false }));
  for (const { name, descending } of [...keys, ...ties]) {
    const valueOf = (row: Row): Value =>
      (metrics.includes(name) ? row.metrics[metrics.indexOf(name)] : row.values[dimensions.indexOf(name)]) ??
      null;
    const order = compare(valueOf(a), valueOf(b), descending);
    if (order !== 0) return order;
  }
  return 0;
}

/** Null is last both ways; texts by their bytes. */
function compare(a: Value, b: Value, descending: boolean): number {
  if (a === null || b === null) return Number(a === null) - Number(b === null);
  const order =
    typeof a === 'number' && typeof b === 'number'
      ? a - b
      : Buffer.compare(Buffer.from(String(a)), Buffer.from(String(b)));
  return descending ? -order : order;
}
