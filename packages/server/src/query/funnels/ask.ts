/** Answers `/api/v1/funnels`: how far people come, and who came no further [M81]. */
import type { FunnelCount, FunnelPeopleResponse, FunnelResponse } from '@goalpost/contract/reports/funnels';
import { isProblem, type Problem } from '../../kit/problem.ts';
import { planActions } from '../actions/action.ts';
import { askedOfActions } from '../actions/question.ts';
import { understand, type Context, type Question, type StatDeps } from '../ask.ts';
import type { RawParams } from '../parse/request.ts';
import { run } from '../run.ts';
import { labelsOf } from '../shape/rows.ts';
import { aboutSums, leavingOut } from '../sums/by-sums.ts';
import type { AskedFunnel } from './asked.ts';
import { compileCounts, compilePeople } from './compile.ts';
import { readOptions } from './options.ts';
import { readPeople } from './people.ts';

type Row = Readonly<Record<string, string | number | null>>;

export async function askFunnel(
  deps: StatDeps,
  raw: RawParams,
  context: Context,
): Promise<FunnelResponse | Problem> {
  const read = await readFunnel(deps, raw, context);
  if (isProblem(read)) return read;
  const { asked, question, query } = read;
  const rows = await run<Row>(deps.olap, compileCounts(asked), context.signal);
  if (isProblem(rows)) return rows;
  const total = rows.find((row) => row['part'] === '*');
  const countsOf = (row: Row | undefined): FunnelCount[] =>
    asked.steps.map((_step, index) => countOf(row ?? {}, index + 1, asked.steps.length));
  return {
    query,
    totals: countsOf(total),
    data: rows
      .filter((row) => row !== total)
      .map((row) => ({ dimension: valueOf(question, String(row['part'])), steps: countsOf(row) })),
    total_rows: Number(total?.['total_rows'] ?? 0),
    ...aboutSums(leavingOut(question.plan, 'rows')),
  };
}

export async function askFunnelPeople(
  deps: StatDeps,
  { step, outcome, ...raw }: RawParams,
  context: Context,
): Promise<FunnelPeopleResponse | Problem> {
  const read = await readFunnel(deps, { ...raw, dimensions: undefined }, context);
  if (isProblem(read)) return read;
  const { asked, query } = read;
  const people = readPeople(step, outcome, asked.steps.length);
  if (isProblem(people)) return people;
  const compiled = compilePeople(asked, people.step, people.outcome === 'reached');
  const rows = await run<Row>(deps.olap, compiled, context.signal);
  if (isProblem(rows)) return rows;
  const time = (seconds: unknown): string => new Date(Number(seconds) * 1_000).toISOString();
  return {
    query: { ...query, ...people, offset: asked.offset },
    data: rows.map((row) => ({
      visitor: String(row['visitor']),
      counter_id: Number(row['counter_id']),
      visit: String(row['visit']),
      entered_at: time(row['entered_at']),
      reached_at: time(row['reached_at']),
      page: String(row['page']),
    })),
    total_rows: Number(rows[0]?.['total_rows'] ?? 0),
  };
}

interface Read {
  readonly asked: AskedFunnel;
  readonly question: Question;
  readonly query: Record<string, unknown>;
}

async function readFunnel(deps: StatDeps, raw: RawParams, context: Context): Promise<Read | Problem> {
  const options = readOptions(raw);
  if (isProblem(options)) return options;
  const question = await understand(deps, options.question, context);
  if (isProblem(question)) return question;
  const said = options.steps.map((action, index) => ({ at: `steps.${index}`, action }));
  const { request, subject } = question;
  const actions = await planActions(said, { request, subject, plan: question.plan, segments: deps.segments });
  if (isProblem(actions)) return actions;
  const ready = await askedOfActions(question, actions, deps, context);
  if (isProblem(ready)) return ready;
  const { steps, scope, window } = options;
  const { limit, offset } = request;
  return {
    asked: { plan: ready.plan, steps, actions, scope, window, limit: Math.min(limit, MAX_ROWS), offset },
    question,
    query: { ...ready.query, steps, scope, window, limit },
  };
}

const MAX_ROWS = 1_000;

function countOf(row: Row, step: number, steps: number): FunnelCount {
  const number = (of: number): number => Number(row[`n${of}`] ?? 0);
  const part = (of: number): number | null => (number(of) === 0 ? null : (number(step) / number(of)) * 100);
  return {
    reached: number(step),
    lost: step === steps ? 0 : number(step) - number(step + 1),
    share: part(1),
    step_share: part(Math.max(step - 1, 1)),
    median_seconds: number(step) === 0 ? null : Number(row[`t${step}`]),
  };
}

function valueOf({ plan, words }: Question, part: string) {
  const id = part.slice(1);
  return labelsOf([id === '' ? null : id], plan, words)[0] ?? { id: null, name: null };
}
