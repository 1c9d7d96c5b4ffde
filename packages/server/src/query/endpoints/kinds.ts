/** What can be asked below `/stat/v1/data`: one line adds a kind, with its JSON, its CSV and its spreadsheet. */
import {
  BytimeResponse,
  ComparisonDrilldownResponse,
  ComparisonResponse,
  DataResponse,
  DrilldownResponse,
} from '@goalpost/contract/reports';
import type { z } from 'zod';
import type { EndpointContext } from '../../kit/endpoint.ts';
import { isProblem, type Problem } from '../../kit/problem.ts';
import { askChart, askTable, understand, type Question, type StatDeps } from '../ask.ts';
import { askComparison, askComparisonDrilldown, understandSides } from '../ask-comparison.ts';
import { askDrilldown } from '../ask-drilldown.ts';
import { askSharedChart, askSharedDrilldown, askSharedTable } from '../attribution/ask-shared.ts';
import { leavingOut } from '../sums/by-sums.ts';
import type { Lines } from '../../kit/files/csv.ts';
import type { RawParams } from '../parse/request.ts';
import type { FileSubject } from '../shape/file-name.ts';
import {
  chartLines,
  comparisonDrilldownLines,
  comparisonLines,
  drilldownLines,
  tableLines,
  type LineNames,
} from '../shape/lines.ts';
import {
  ChartQuery,
  ComparisonDrilldownQuery,
  ComparisonQuery,
  DrilldownQuery,
  TableQuery,
  UNUSED_BY_CHARTS,
  UNUSED_BY_TABLES,
} from './parameters.ts';

export interface Answered {
  readonly answer: unknown;
  readonly file: FileSubject;
  /** As lines of cells. */
  lines(): Lines;
}

export interface Kind {
  /** Behind `/stat/v1/data`. */
  readonly path: string;
  readonly summary: string;
  readonly query: z.ZodObject;
  /** Taken and not used, as programs ask all kinds with the same parameters [M27]. */
  readonly unusedQuery?: readonly string[];
  readonly response: z.ZodType;
  ask(deps: StatDeps, raw: RawParams, context: EndpointContext): Promise<Answered | Problem>;
}

/** How one kind is asked and written, with the type of its answer. */
interface Asking<Q, Answer> extends Omit<Kind, 'ask'> {
  understand(deps: StatDeps, raw: RawParams, context: EndpointContext): Promise<Q | Problem>;
  answer(deps: StatDeps, question: Q, context: EndpointContext): Promise<Answer | Problem>;
  /** Whose days and names the file has; of a comparison, both sides'. */
  sides(question: Q): readonly [Question, ...Question[]];
  lines(answer: Answer, names: LineNames): Lines;
  /** Whether one column shows the dimension that is asked by, those that are opened being known. */
  readonly oneLevel?: boolean;
}

function kind<Q, Answer>({
  understand: read,
  answer,
  sides,
  lines,
  oneLevel,
  ...rest
}: Asking<Q, Answer>): Kind {
  return {
    ...rest,
    async ask(deps, raw, context) {
      const question = await read(deps, raw, context);
      if (isProblem(question)) return question;
      const answered = await answer(deps, question, context);
      if (isProblem(answered)) return answered;
      const [first] = sides(question);
      const { plan, request } = first;
      const dimensions = plan.dimensions.map(({ name }) => name);
      const level = request.parentId.length;
      const names: LineNames = {
        dimensions: oneLevel === true ? dimensions.slice(level, level + 1) : dimensions,
        metrics: plan.metrics.map(({ name }) => name),
        lang: request.lang,
        isFirstPage: plan.offset === 1,
      };
      return {
        answer: answered,
        file: {
          ids: plan.counters,
          what: request.preset ?? '',
          days: sides(question).flatMap((side) => [side.plan.from, side.plan.to]),
        },
        lines: () => lines(answered, names),
      };
    },
  };
}

const understandAlone: Asking<Question, unknown>['understand'] = (deps, raw, context) =>
  understand(deps, raw, context, { mayShare: true, limitOf: context.limitOf });

/** The same question, where goals are shared out. */
const orShared =
  <Answer>(
    plain: Asking<Question, Answer>['answer'],
    shared: Asking<Question, Answer>['answer'],
  ): Asking<Question, Answer>['answer'] =>
  (deps, question, context) =>
    question.request.sharing === null
      ? plain(deps, question, context)
      : shared(deps, { ...question, plan: leavingOut(question.plan, 'models') }, context);

const alone = { understand: understandAlone, sides: (question: Question) => [question] as const };
const twofold = {
  understand: understandSides,
  sides: ({ a, b }: { a: Question; b: Question }) => [a, b] as const,
};

export const KINDS: readonly Kind[] = [
  kind({
    ...alone,
    path: '',
    summary: 'A table of metrics by dimensions',
    query: TableQuery,
    unusedQuery: UNUSED_BY_TABLES,
    response: DataResponse,
    answer: orShared(askTable, askSharedTable),
    lines: tableLines,
  }),
  kind({
    ...alone,
    path: '/bytime',
    summary: 'Metrics by intervals of time',
    query: ChartQuery,
    unusedQuery: UNUSED_BY_CHARTS,
    response: BytimeResponse,
    answer: orShared(askChart, askSharedChart),
    lines: chartLines,
  }),
  kind({
    ...alone,
    path: '/drilldown',
    summary: 'A table level by level: rows of the first dimension, or of the next one within a row',
    query: DrilldownQuery,
    response: DrilldownResponse,
    answer: orShared(askDrilldown, askSharedDrilldown),
    lines: drilldownLines,
    oneLevel: true,
  }),
  kind({
    ...twofold,
    path: '/comparison',
    summary: 'Two segments or two periods side by side',
    query: ComparisonQuery,
    response: ComparisonResponse,
    answer: askComparison,
    lines: comparisonLines,
  }),
  kind({
    ...twofold,
    path: '/comparison/drilldown',
    summary: 'Two segments or two periods side by side, level by level',
    query: ComparisonDrilldownQuery,
    response: ComparisonDrilldownResponse,
    answer: askComparisonDrilldown,
    lines: comparisonDrilldownLines,
    oneLevel: true,
  }),
];
