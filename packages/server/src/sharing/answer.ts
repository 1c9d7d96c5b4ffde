/** Asks what a shared link may ask, and answers without the question: its filters stay behind [A33]. */
import {
  ALL_REPORTS,
  type SharedAnswer,
  type SharedQuestion,
  type ShareInput,
} from '@goalpost/contract/management';
import type { EndpointContext } from '../kit/endpoint.ts';
import { isProblem, problem, type Problem } from '../kit/problem.ts';
import {
  askChart,
  askComparisonDrilldown,
  askDrilldown,
  understand,
  understandSides,
  type Question,
  type RawParams,
  type StatDeps,
} from '../query/index.ts';
import type { ShareRecord } from './port.ts';
import { isNamed } from './question.ts';

type Asking = Pick<EndpointContext, 'authorise' | 'signal'>;

/** What is wrong with the sides of a link before anything is asked; null: nothing. */
export function sidesFault({ report, period, sides }: ShareInput): Problem | null {
  if (sides === null) return null;
  if (report === ALL_REPORTS)
    return problem('invalid_parameter', 'Sides are chosen for one report, not for all.', 'share.sides');
  // Named days follow those that guests choose.
  return period !== null && isNamed(sides.days_b)
    ? problem('invalid_parameter', 'Fixed days need fixed days of side B, too.', 'share.sides.days_b')
    : null;
}

/** The plan that is looked at when the link is made; of two sides, that of the first. */
export async function firstPlan(
  deps: StatDeps,
  { sides }: ShareRecord,
  raw: RawParams,
  context: Asking,
): Promise<Question | Problem> {
  const only = { plansOnly: true };
  if (sides === null) return understand(deps, raw, context, only);
  const both = await understandSides(deps, raw, context, only);
  return isProblem(both) ? both : both.a;
}

interface Asked {
  readonly asked: SharedQuestion;
  readonly raw: RawParams;
}

export function answerOf(
  deps: StatDeps,
  share: ShareRecord,
  { asked, raw }: Asked,
  context: Asking,
): Promise<SharedAnswer | Problem> {
  if (asked.what === 'chart') return chartOf(deps, share, { asked, raw }, context);
  return share.sides === null ? rowsOf(deps, raw, context) : rowsOfSides(deps, raw, context);
}

async function chartOf(
  deps: StatDeps,
  { sides }: ShareRecord,
  { asked, raw }: Asked,
  context: Asking,
): Promise<SharedAnswer | Problem> {
  const side = asked.side === 'b' ? '_b' : '_a';
  const question = await understand(deps, raw, context, sides === null ? {} : { side });
  if (isProblem(question)) return question;
  const chart = await askChart(deps, question, context);
  if (isProblem(chart)) return chart;
  const rows = chart.time_intervals.map(([begin], index) => ({
    id: begin,
    name: begin,
    metrics: [chart.totals[0]?.[index] ?? null],
    expand: false,
  }));
  const { from: date1, to: date2 } = question.plan;
  return { date1, date2, rows, totals: [], total_rows: rows.length, sums: chart.sums };
}

async function rowsOf(deps: StatDeps, raw: RawParams, context: Asking): Promise<SharedAnswer | Problem> {
  const question = await understand(deps, raw, context);
  if (isProblem(question)) return question;
  const level = await askDrilldown(deps, question, context);
  if (isProblem(level)) return level;
  return {
    date1: question.plan.from,
    date2: question.plan.to,
    rows: level.data.map(({ dimension: { id = null, name }, metrics, expand }) => ({
      id: id ?? name,
      name,
      metrics,
      expand,
    })),
    totals: level.totals,
    total_rows: level.total_rows,
    sums: level.sums,
  };
}

async function rowsOfSides(deps: StatDeps, raw: RawParams, context: Asking): Promise<SharedAnswer | Problem> {
  const both = await understandSides(deps, raw, context);
  if (isProblem(both)) return both;
  const level = await askComparisonDrilldown(deps, both, context);
  if (isProblem(level)) return level;
  return {
    date1: both.a.plan.from,
    date2: both.a.plan.to,
    rows: level.data.map(({ dimension: { id = null, name }, metrics: { a, b }, expand }) => ({
      id: id ?? name,
      name,
      metrics: a,
      metrics_b: b,
      expand,
    })),
    totals: level.totals.a,
    totals_b: level.totals.b,
    total_rows: level.total_rows,
    sums: level.sums?.a ?? level.sums?.b,
  };
}
