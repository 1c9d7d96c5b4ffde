/** Answers `/api/v1/changes`: one metric over two periods, parted by one dimension after the other [M118]. */
import type { ChangesResponse } from '@goalpost/contract/reports/changes';
import { fullName, METRICS, type MetricId } from '@goalpost/contract/reports/names';
import { isProblem, problem, problems, type Problem } from '../../kit/problem.ts';
import { said } from '../actions/said.ts';
import type { Context, StatDeps } from '../ask.ts';
import { askComparison, understandSides, type SideQuestions } from '../ask-comparison.ts';
import type { RawParams } from '../parse/request.ts';
import { changeOf, contributions, type Sides } from './contributions.ts';

export const MAX_CHANGE_DIMENSIONS = 8;

/** What most changes come from: where visits come from, what they begin on, and who makes them. */
export const USUAL_DIMENSIONS = [
  '<attribution>TrafficSource',
  '<attribution>SourceEngine',
  '<attribution>UTMCampaign',
  'startURLPath',
  'deviceCategory',
  'regionCountry',
].map((id) => fullName(id));

/** Rows that are read of each dimension; what is beyond them is told as the rest. */
const MAX_ROWS = 10_000;

interface Options {
  readonly dimensions: readonly string[];
  readonly limit: number;
  /** As a comparison is asked. */
  readonly question: RawParams;
}

export async function askChanges(
  deps: StatDeps,
  raw: RawParams,
  context: Context,
): Promise<ChangesResponse | Problem> {
  const options = readOptions(raw);
  if (isProblem(options)) return options;
  // For those who read without limits: it chooses dimensions by itself [A85].
  const unlimited = { authorise: context.authorise, signal: context.signal };
  const parts: ChangesResponse['dimensions'] = [];
  const notes: ChangesResponse['sums'][] = [];
  let whole: { readonly question: SideQuestions; readonly total: Sides } | null = null;
  for (const dimension of options.dimensions) {
    const raw = { ...options.question, dimensions: dimension };
    const question = await understandSides(deps, raw, unlimited);
    if (isProblem(question)) return ofMetric(question);
    const refusal = refuse(question);
    if (refusal !== null) return refusal;
    const answer = await askComparison(deps, question, context);
    if (isProblem(answer)) return answer;
    notes.push(answer.sums);
    const total = { a: answer.totals.a[0] ?? 0, b: answer.totals.b[0] ?? 0 };
    whole ??= { question, total };
    const rows = answer.data.map(({ dimensions: [value = { name: null }], metrics }) => ({
      value,
      a: metrics.a[0] ?? 0,
      b: metrics.b[0] ?? 0,
    }));
    const counts = unitOf(question) === 'count';
    const [planned] = question.a.plan.dimensions;
    parts.push({
      dimension: planned?.name ?? dimension,
      ...contributions({ counts, total, rows, limit: options.limit }),
    });
  }
  if (whole === null) throw new Error('at least one dimension is asked by');
  const lacking = notes.find((note) => note?.a?.answered === false || note?.b?.answered === false);
  return { ...answerOf(whole.question, whole.total, parts), sums: lacking ?? notes[0] };
}

function answerOf(
  { a, b }: SideQuestions,
  total: Sides,
  dimensions: ChangesResponse['dimensions'],
): ChangesResponse {
  const counts = unitOf({ a, b }) === 'count';
  return {
    query: {
      ids: a.plan.counters,
      date1_a: a.plan.from,
      date2_a: a.plan.to,
      date1_b: b.plan.from,
      date2_b: b.plan.to,
    },
    metric: a.plan.metrics[0]?.name ?? '',
    currency: counts ? null : a.plan.currency,
    total: changeOf(total, counts),
    dimensions,
  };
}

function readOptions(raw: RawParams): Options | Problem {
  const { metric, dimensions, limit, ...rest } = raw;
  const names = list(dimensions);
  const most = said(limit) === '' ? 10 : Number(said(limit));
  if (!Number.isInteger(most) || most < 1 || most > 100) {
    return problem('invalid_parameter', 'limit: a whole number from 1 to 100 is needed', 'limit');
  }
  if (names.length > MAX_CHANGE_DIMENSIONS) {
    return problem('invalid_parameter', `dimensions: at most ${MAX_CHANGE_DIMENSIONS}`, 'dimensions');
  }
  const name = said(metric) || 'ym:s:visits';
  return {
    dimensions: names.length === 0 ? USUAL_DIMENSIONS : [...new Set(names)],
    limit: most,
    question: {
      date1_a: '7daysAgo',
      date2_a: 'yesterday',
      date1_b: '14daysAgo',
      date2_b: '8daysAgo',
      ...rest,
      metrics: name,
      limit: String(MAX_ROWS),
      include_undefined: 'true',
    },
  };
}

const list = (value: RawParams[string]): string[] =>
  said(value)
    .split(',')
    .map((name) => name.trim())
    .filter((name) => name !== '');

const metricOf = ({ a }: SideQuestions): MetricId =>
  (a.plan.metrics[0]?.definition.id ?? 'visits') as MetricId;
const unitOf = (question: SideQuestions): string => METRICS[metricOf(question)].unit;

/** The comparison has a list of metrics; here there is one. */
const ofMetric = ({ items: [first, ...more] }: Problem): Problem =>
  problems([
    first.location?.startsWith('metrics') === true ? { ...first, location: 'metric' } : first,
    ...more,
  ]);

/** Rows of a rate do not add up to it, so that no row has a part in its change. */
function refuse(question: SideQuestions): Problem | null {
  const { metrics } = question.a.plan;
  const isSum = ['count', 'money'].includes(unitOf(question)) && !/Per[A-Z]/.test(metricOf(question));
  if (metrics.length === 1 && isSum) return null;
  const text = 'metric: one count or sum is needed, such as ym:s:visits; rows of a rate do not add up to it';
  return problem('invalid_parameter', text, 'metric');
}
