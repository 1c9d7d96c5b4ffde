/** A table as a file, with its cells beside it, for what is sent by itself. */
import { isProblem, type Problem } from '../kit/problem.ts';
import { askTable, understand, type Context, type StatDeps } from './ask.ts';
import type { RawParams } from './parse/request.ts';
import { BYTE_ORDER_MARK, type Cell, csv } from '../kit/files/csv.ts';
import { fileName } from './shape/file-name.ts';
import { tableLines } from './shape/lines.ts';
import { xlsx, XLSX_TYPE } from './shape/xlsx.ts';

export type FileForm = 'csv' | 'xlsx';

export interface TableFile {
  readonly name: string;
  readonly type: string;
  readonly bytes: Buffer;
  /** Names, totals, rows; without `notes`, which stand below the totals in the file. */
  readonly lines: readonly (readonly Cell[])[];
  /** What is to be said of its days [M156]. */
  readonly notes: readonly string[];
  /** Full names of its metrics. */
  readonly metrics: readonly string[];
  /** Columns before the metrics. */
  readonly dimensions: number;
  /** Of its revenue. */
  readonly currency: string;
}

export async function askFile(
  deps: StatDeps,
  raw: RawParams,
  context: Context,
  form: FileForm,
): Promise<TableFile | Problem> {
  const question = await understand(deps, raw, context);
  if (isProblem(question)) return question;
  const answer = await askTable(deps, question, context);
  if (isProblem(answer)) return answer;
  const { plan, request } = question;
  const metrics = plan.metrics.map(({ name }) => name);
  const names = {
    dimensions: plan.dimensions.map(({ name }) => name),
    metrics,
    lang: request.lang,
    isFirstPage: true,
  };
  const { sums, ...bare } = answer;
  const lines = [...tableLines(bare, names)];
  const inFile = sums === undefined ? lines : tableLines(answer, names);
  const subject = { ids: plan.counters, what: request.preset ?? '', days: [plan.from, plan.to] };
  const isSheet = form === 'xlsx';
  return {
    name: fileName(subject, form),
    type: isSheet ? XLSX_TYPE : 'text/csv',
    bytes: isSheet ? await xlsx(inFile) : Buffer.from(BYTE_ORDER_MARK + csv(inFile)),
    lines,
    notes: sums === undefined ? [] : [sums.message],
    metrics,
    dimensions: plan.dimensions.length,
    currency: plan.currency,
  };
}
