/** The path of a report: parse → authorise → plan → compile → run → shape. */
import type { BytimeResponse, DataResponse } from '@goalpost/contract/reports';
import type { CounterRecord, CounterStore, GoalStore } from '../counters/index.ts';
import { displayName, type GoalDefinition } from '../goals/index.ts';
import type { Clock } from '../kit/clock.ts';
import type { EndpointContext } from '../kit/endpoint.ts';
import { isProblem, problem, type Problem } from '../kit/problem.ts';
import type { Olap } from '../kit/olap.ts';
import { compileChart, compileChartTotals, compileWholeChart } from './compile/chart.ts';
import type { RowKey } from './compile/keys.ts';
import { compileKeys, compileTable } from './compile/table.ts';
import { intervalsOf, MAX_INTERVALS, type Intervals } from './intervals/intervals.ts';
import { chatNamesOf } from './names/chat-names.ts';
import { parseRequest, type RawParams, type ReportRequest, type Side } from './parse/request.ts';
import { buildPlan } from './plan/build.ts';
import { withHosts } from './hosts.ts';
import { aboutLimits, withinLimits } from './limits/within.ts';
import type { Plan, Subject } from './plan/plan.ts';
import { spelledKey } from './plan/row-key.ts';
import { registry } from './registry.ts';
import { run, runBounded } from './run.ts';
import { withSegments } from './segments/of-request.ts';
import type { SegmentStore } from './segments/port.ts';
import { bySums } from './sums/by-sums.ts';
import type { Mark } from './sums/mark.ts';
import { marksWithin } from './sums/marks.ts';
import { shapeChart, type ChartAnswers } from './shape/chart.ts';
import { idsOf, isRow, isTotal, rowsOfPage, type StoreRow } from './shape/rows.ts';
import { shapeTable } from './shape/table.ts';
import type { ChatNames, Words } from './shape/words.ts';

export interface StatDeps {
  readonly olap: Olap;
  readonly counters: Pick<CounterStore, 'get'>;
  readonly goals: Pick<GoalStore, 'list'>;
  readonly segments: Pick<SegmentStore, 'find'>;
  readonly clock: Clock;
}

/** A question that was understood and may be asked. */
export interface Question {
  readonly request: ReportRequest;
  readonly plan: Plan;
  /** What it was planned with. */
  readonly subject: Subject;
  readonly words: Words;
}

export type Context = Pick<EndpointContext, 'authorise' | 'signal'>;

export interface Understanding {
  /** Of a comparison. */
  readonly side?: Side;
  /** Whether goals may be shared out over several visits. */
  readonly mayShare?: boolean;
  /** Nothing is asked by it, and the store need not answer: which days are sums is not looked up. */
  readonly plansOnly?: boolean;
  /** Also for callers whose access has limits, which the question then keeps within [A83]. */
  readonly limitOf?: EndpointContext['limitOf'];
}

export async function understand(
  deps: StatDeps,
  raw: RawParams,
  context: Context,
  { side, mayShare = false, limitOf, plansOnly }: Understanding = {},
): Promise<Question | Problem> {
  const read = parseRequest(raw, registry.reports, side ?? null);
  if (isProblem(read)) return read;
  if (read.sharing !== null && !mayShare) {
    const text = `attribution: ${read.sharing} is known in tables, charts and drill-downs, and at /api/v1/attribution`;
    return problem('invalid_parameter', text, 'attribution');
  }
  const found = await countersOf(deps, read.ids, context, limitOf);
  if (isProblem(found)) return found;
  const { counters, goals, limits } = found;
  const expanded = await withSegments(read, deps.segments);
  if (isProblem(expanded)) return expanded;
  const request = withinLimits(expanded, limits);
  if (isProblem(request)) return request;
  const stored = await storedOf(deps, { request, counters, plansOnly }, context.signal);
  if (isProblem(stored)) return stored;
  const { chatNames } = stored;
  const subject = { counters, goals, ...stored, now: deps.clock.now() };
  const built = buildPlan(request, subject, registry);
  if (isProblem(built)) return aboutLimits(request, built) ?? built;
  const plan = await withHosts(built, deps.olap, context.signal);
  if (isProblem(plan)) return plan;
  const goalNames = new Map(goals.map((goal) => [String(goal.id), displayName(goal, request.lang)]));
  return { request, plan, subject, words: { lang: request.lang, goalNames, chatNames } };
}

interface Asked {
  readonly request: ReportRequest;
  readonly counters: readonly CounterRecord[];
  readonly plansOnly: boolean | undefined;
}

/** What of the subject the analytics store knows. */
async function storedOf(
  deps: StatDeps,
  { request, counters, plansOnly = false }: Asked,
  signal: AbortSignal,
): Promise<{ readonly chatNames: ChatNames | null; readonly marks: readonly Mark[] } | Problem> {
  const chatNames = await chatNamesOf(request, deps.olap, signal);
  if (isProblem(chatNames)) return chatNames;
  const marks = plansOnly ? [] : await marksWithin(deps, request, counters, signal);
  return isProblem(marks) ? marks : { chatNames, marks };
}

interface Found {
  readonly counters: readonly CounterRecord[];
  readonly goals: readonly GoalDefinition[];
  /** Of each counter, as filters. */
  readonly limits: readonly (string | null)[];
}

async function countersOf(
  deps: StatDeps,
  ids: readonly number[],
  context: Context,
  limitOf: Understanding['limitOf'],
): Promise<Found | Problem> {
  const counters: CounterRecord[] = [];
  const goals: GoalDefinition[] = [];
  const limits: (string | null)[] = [];
  for (const id of ids) {
    // First: access that is taken away in between is refused, and never seen without its limits.
    limits.push((await limitOf?.(id)) ?? null);
    const refusal = await context.authorise(id, limitOf === undefined ? 'view' : 'report');
    if (refusal !== null) return refusal;
    const counter = await deps.counters.get(id);
    if (counter === null || counter.status === 'Deleted') {
      return problem('not_found', `There is no counter ${id}.`, 'ids');
    }
    counters.push(counter);
    goals.push(...(await deps.goals.list(id, false)));
  }
  return { counters, goals, limits };
}

export async function askTable(
  { olap }: StatDeps,
  { request, plan: asked, words }: Question,
  { signal }: Context,
): Promise<DataResponse | Problem> {
  const plan = bySums(asked);
  const rows = await run<StoreRow>(olap, compileTable(plan), signal);
  return isProblem(rows) ? rows : shapeTable(rows, request, plan, words);
}

export async function askChart(
  { olap }: StatDeps,
  { request, plan: asked, words }: Question,
  { signal }: Context,
): Promise<BytimeResponse | Problem> {
  const chart = chartOf(asked, request);
  if (isProblem(chart)) return chart;
  const { intervals } = chart;
  const plan = bySums(chart.plan, { isByHours: intervals.instants !== null });
  // A day that the clocks of a zone skipped has no hours.
  if (intervals.list.length === 0) {
    const keys = chosenKeys(request, plan) ?? [];
    return shapeChart({ keys, rowCount: 0, visits: 0, rows: [], totals: [] }, [], request, plan, words);
  }
  const whole = await askWholeChart(olap, request, { plan, intervals }, signal);
  if (whole !== null)
    return isProblem(whole) ? whole : shapeChart(whole, intervals.list, request, plan, words);
  const hasRows = plan.dimensions.length > 0;
  const top = hasRows ? await run<StoreRow>(olap, compileKeys(plan), signal) : [];
  if (isProblem(top)) return top;
  const keys: readonly RowKey[] =
    chosenKeys(request, plan) ?? rowsOfPage(top, plan).map((row) => idsOf(row, plan));
  const compiled =
    hasRows && keys.length > 0 ? compileChart(plan, intervals, keys) : compileChartTotals(plan, intervals);
  const rows = await run<StoreRow>(olap, compiled, signal);
  if (isProblem(rows)) return rows;
  const rowCount = Number(top[0]?.['total_rows'] ?? 0);
  return shapeChart(answersOf(keys, rowCount, rows), intervals.list, request, plan, words);
}

/** Null where rows were chosen by the caller, or one statement cannot choose them. */
async function askWholeChart(
  olap: Olap,
  { rowIds, topKeys }: ReportRequest,
  { plan, intervals }: Chart,
  signal: AbortSignal,
): Promise<ChartAnswers | Problem | null> {
  const compiled = rowIds === null ? compileWholeChart(plan, intervals, topKeys) : null;
  if (compiled === null) return null;
  const rows = await runBounded<StoreRow>(olap, compiled, signal);
  if (rows === null || isProblem(rows)) return rows;
  const first = Map.groupBy(rows.filter(isRow), (row) => row['place']);
  const keys = [...first.values()].flatMap(([row]) => (row === undefined ? [] : [idsOf(row, plan)]));
  return answersOf(keys, Number(rows[0]?.['total_rows'] ?? 0), rows);
}

function answersOf(keys: readonly RowKey[], rowCount: number, rows: readonly StoreRow[]): ChartAnswers {
  const visits = rows.filter(isTotal).reduce((sum, row) => sum + Number(row['n']), 0);
  return { keys, rowCount, visits, rows, totals: rows };
}

interface Chart {
  readonly plan: Plan;
  readonly intervals: Intervals;
}

export function chosenKeys({ rowIds }: ReportRequest, plan: Plan): RowKey[] | null {
  const idsOfAll = (ids: RowKey): RowKey => plan.dimensions.map((_dimension, index) => ids[index] ?? null);
  return rowIds?.map((ids) => spelledKey(plan, idsOfAll(ids))) ?? null;
}

/** The first rows by the first metric, in every interval: a chart has no sort and no pages. */
export function chartOf(plan: Plan, { topKeys, offset }: ReportRequest): Chart | Problem {
  // A client that pages would get the same rows for ever.
  if (offset > 1) return problem('invalid_parameter', 'offset: a chart has no pages; see top_keys', 'offset');
  const intervals = intervalsOf(plan.group, plan.from, plan.to, plan.zone);
  if (intervals === null) {
    return problem('query_error', `group: more than ${MAX_INTERVALS} intervals; choose longer ones`, 'group');
  }
  const sort = [{ column: 'metric', index: 0, descending: true }] as const;
  return { plan: { ...plan, sort, limit: topKeys, offset: 1 }, intervals };
}
