/** Answers `/api/v1/retention`: who comes back, and how long after they began [M83]. */
import { MAX_RETENTION_INTERVALS, type RetentionResponse } from '@goalpost/contract/reports/retention';
import { isProblem, problem, type Problem } from '../../kit/problem.ts';
import { planActions } from '../actions/action.ts';
import { askedOfActions } from '../actions/question.ts';
import { understand, type Context, type StatDeps } from '../ask.ts';
import { intervalsOf, type Interval } from '../intervals/intervals.ts';
import { addDays } from '../parse/dates.ts';
import type { RawParams } from '../parse/request.ts';
import { localDay } from '../parse/zone.ts';
import { run } from '../run.ts';
import { aboutSums, leavingOut } from '../sums/by-sums.ts';
import { compileRetention, UNIT_DAYS } from './compile.ts';
import { readOptions, type Options } from './options.ts';

export async function askRetention(
  deps: StatDeps,
  raw: RawParams,
  context: Context,
): Promise<RetentionResponse | Problem> {
  const options = readOptions(raw);
  if (isProblem(options)) return options;
  const question = await understand(deps, options.question, context);
  if (isProblem(question)) return question;
  const { plan, request, subject } = question;
  const { unit, mode } = options;
  const today = localDay(subject.now, plan.zone);
  const until = plan.to < today ? plan.to : today;
  const intervals = until < plan.from ? [] : (intervalsOf(unit, plan.from, until, plan.zone)?.list ?? null);
  if (intervals === null || intervals.length > MAX_RETENTION_INTERVALS) {
    const text = `unit: the period has more than ${MAX_RETENTION_INTERVALS} of them; choose longer ones or fewer days`;
    return problem('invalid_parameter', text, 'unit');
  }
  const actions = await planActions(
    [
      { at: 'first', action: options.first },
      { at: 'return', action: options.second },
    ],
    { request, subject, plan, segments: deps.segments },
  );
  if (isProblem(actions)) return actions;
  const [first, second] = actions;
  if (first === undefined || second === undefined) throw new Error('two actions are asked about');
  const ready = await askedOfActions(question, actions, deps, context);
  if (isProblem(ready)) return ready;
  if (plan.dimensions.length > 0) {
    return problem('invalid_parameter', 'dimensions: retention is not broken down', 'dimensions');
  }
  const compiled = compileRetention({ plan: ready.plan, first, second, unit, mode });
  const rows = await run<Row>(deps.olap, compiled, context.signal);
  if (isProblem(rows)) return rows;
  return {
    query: { ...ready.query, first: options.first, return: options.second, unit, mode },
    ...cohorts(rows, intervals, until, options),
    ...aboutSums(leavingOut(plan, 'rows')),
  };
}

interface Row {
  readonly cohort: string;
  readonly k: string | number;
  readonly visitors: string | number;
}

function cohorts(
  rows: readonly Row[],
  intervals: readonly Interval[],
  until: string,
  { unit, mode }: Pick<Options, 'unit' | 'mode'>,
): Omit<RetentionResponse, 'query'> {
  const counts = new Map(rows.map(({ cohort, k, visitors }) => [`${cohort} ${k}`, Number(visitors)]));
  const count = (cohort: string, k: number): number => counts.get(`${cohort} ${k}`) ?? 0;
  const data = intervals.map(({ key, from }, index) => {
    const later =
      mode === 'calendar' ? intervals.length - index - 1 : rollingIntervals(from, until, UNIT_DAYS[unit]);
    return {
      from,
      visitors: count(key, 0),
      returned: Array.from({ length: later }, (_none, k) => count(key, k + 1)),
    };
  });
  const longest = Math.max(0, ...data.map(({ returned }) => returned.length));
  const sums = (of: (cohort: (typeof data)[number], k: number) => number): number[] =>
    Array.from({ length: longest }, (_none, k) =>
      data.reduce((sum, cohort) => sum + (k < cohort.returned.length ? of(cohort, k) : 0), 0),
    );
  return {
    data,
    totals: {
      visitors: data.reduce((sum, { visitors }) => sum + visitors, 0),
      returned: sums(({ returned }, k) => returned[k] ?? 0),
      of: sums(({ visitors }) => visitors),
    },
  };
}

/** Those that have begun by the last day for who came on the first. */
function rollingIntervals(from: string, until: string, days: number): number {
  let later = 0;
  while (addDays(from, (later + 1) * days) <= until) later++;
  return later;
}
