/** Answers `/api/v1/attribution`: the same goals, shared out by several models [M66]. */
import type { AttributionModel, AttributionResponse } from '@goalpost/contract/reports/attribution';
import { isProblem, problem, type Problem } from '../../kit/problem.ts';
import { createSums } from '../../kit/sums.ts';
import { understand, type Context, type Question, type StatDeps } from '../ask.ts';
import { isSingle } from '../compile/scope.ts';
import type { RawParams } from '../parse/request.ts';
import { statedRates } from '../money/rates.ts';
import type { Plan } from '../plan/plan.ts';
import { run } from '../run.ts';
import { labelsOf } from '../shape/rows.ts';
import { aboutSums, leavingOut } from '../sums/by-sums.ts';
import { compileOthers, compileShares, compileSteps, type Attributing } from './compile.ts';
import { visits } from '../scopes/visits.ts';
import { readOptions } from './options.ts';
import { OTHERS, removalEffects } from './removal.ts';

type ShareRow = Readonly<Record<string, string | number>>;

export async function askAttribution(
  deps: StatDeps,
  raw: RawParams,
  context: Context,
): Promise<AttributionResponse | Problem> {
  const options = readOptions(raw);
  if (isProblem(options)) return options;
  const question = await understand(deps, options.question, context);
  if (isProblem(question)) return question;
  const refusal = refuse(question);
  if (refusal !== null) return refusal;
  const { question: _asked, ...own } = options;
  const { goalId } = question.request;
  const goals = goalId === null ? question.plan.goals : [goalId];
  const asked = { ...own, plan: withOwnSources(question.plan), goals };
  const effects = await effectsOf(deps, asked, context);
  if (isProblem(effects)) return effects;
  const [rows, others] = await Promise.all([
    run<ShareRow>(deps.olap, compileShares(asked, effects), context.signal),
    run<{ currency: string; millionths: string }>(deps.olap, compileOthers(asked), context.signal),
  ]);
  if (isProblem(rows)) return rows;
  if (isProblem(others)) return others;
  return shape(question, asked, { rows, others, effects });
}

/** The source of each visit is its own: which visit counts is what the models say. */
export function withOwnSources(plan: Plan): Plan {
  const dimensions = plan.dimensions.map((one) => ({
    ...one,
    args: { ...one.args, attribution: 'last' as const },
  }));
  return { ...plan, dimensions };
}

function refuse({ plan, request }: Question): Problem | null {
  const [dimension] = plan.dimensions;
  if (dimension === undefined || plan.dimensions.length > 1) {
    return problem('invalid_parameter', 'dimensions: one dimension is needed', 'dimensions');
  }
  if (plan.scope !== visits || !isSingle(dimension)) {
    const text = `dimensions: ${dimension.name} has not one value a visit`;
    return problem('invalid_parameter', text, 'dimensions');
  }
  if (request.goalId !== null && !plan.goals.includes(request.goalId)) {
    return problem('invalid_parameter', `goal_id: there is no goal ${request.goalId}`, 'goal_id');
  }
  if (plan.having.length === 0) return null;
  return problem('invalid_parameter', 'filters: attribution knows no conditions on metrics', 'filters');
}

export async function effectsOf(
  { olap }: StatDeps,
  asked: Attributing,
  { signal }: Context,
): Promise<ReadonlyMap<string, number> | Problem> {
  if (!asked.models.includes('data_driven')) return new Map();
  const steps = await run<{ from_value: string; to_value: string; steps: string }>(
    olap,
    compileSteps(asked),
    signal,
  );
  if (isProblem(steps)) return steps;
  return removalEffects(
    steps.map(({ from_value, to_value, steps: count }) => ({
      from: from_value,
      to: to_value,
      count: Number(count),
    })),
  );
}

interface Found {
  readonly rows: readonly ShareRow[];
  readonly others: readonly { readonly currency: string; readonly millionths: string }[];
  readonly effects: ReadonlyMap<string, number>;
}

function shape(
  { plan, request, words }: Question,
  asked: Attributing,
  { rows, others, effects }: Found,
): AttributionResponse {
  const valueOf = (name: string) => {
    const id = name.slice(1);
    return labelsOf([id === '' ? null : id], plan, words)[0] ?? { id: null, name: null };
  };
  const ofModels = (row: ShareRow | undefined, column: string) =>
    Object.fromEntries(
      asked.models.map((model, index) => [model, Number(BigInt(row?.[`${column}${index}`] ?? 0)) / 1e6]),
    ) as Partial<Record<AttributionModel, number>>;
  const sums = createSums();
  for (const { currency, millionths } of others) sums.add(currency, BigInt(millionths));
  const total = rows.find((row) => Number(row['is_total']) === 1);
  return {
    query: {
      ids: plan.counters,
      goal_id: request.goalId,
      dimensions: plan.dimensions.map(({ name }) => name),
      date1: plan.from,
      date2: plan.to,
      timezone: plan.zone.intl,
      currency: plan.currency,
      ...Object.fromEntries(request.filters.map(({ location, text }) => [location, text])),
      models: asked.models,
      window: asked.windowDays,
      half_life: asked.halfLifeDays,
      ad_system: asked.adSystem,
      limit: asked.limit,
    },
    data: rows
      .filter((row) => row !== total)
      .map((row) => ({
        dimension: valueOf(String(row['name'])),
        reaches: ofModels(row, 'r'),
        revenue: ofModels(row, 'p'),
      })),
    total_rows: Number(total?.['total_rows'] ?? 0),
    totals: { reaches: ofModels(total, 'r'), revenue: ofModels(total, 'p') },
    other_revenue: sums.others(plan.currency),
    ...(plan.rates === null ? {} : { rates: statedRates(plan.rates, null, plan) }),
    removal_effects: [...effects]
      .filter(([value]) => value !== OTHERS)
      .map(([value, effect]) => ({ dimension: valueOf(value), effect }))
      .toSorted((a, b) => b.effect - a.effect),
    ...aboutSums(leavingOut(plan, 'models')),
  };
}
