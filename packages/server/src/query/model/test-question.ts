/** For tests: a report's question as plain data, from which both the request and the expected answer are made. */
import { type Filter, printFilter } from '@goalpost/contract/reports/filters';
import type { Params } from '../test-stat.ts';

export interface ModelQuestion {
  readonly zone: string;
  readonly from: string;
  readonly to: string;
  /** Without `ym:s:`. */
  readonly metrics: readonly string[];
  readonly dimensions: readonly string[];
  readonly filter: Filter | null;
  /** Rows are kept where this metric of the question is above the bound. */
  readonly above: { readonly metric: string; readonly bound: number } | null;
  readonly sort: readonly { readonly name: string; readonly descending: boolean }[];
  readonly includeUndefined: boolean;
}

export function paramsOf(question: ModelQuestion, counterId: number): Params {
  const full = (names: readonly string[]): string => names.map((name) => `ym:s:${name}`).join();
  const { above, filter } = question;
  const filters = [
    ...(above === null ? [] : [`ym:s:${above.metric}>${above.bound}`]),
    ...(filter === null ? [] : [`(${printFilter(filter)})`]),
  ];
  return {
    ids: String(counterId),
    date1: question.from,
    date2: question.to,
    metrics: full(question.metrics),
    dimensions: full(question.dimensions),
    filters: filters.join(' AND '),
    sort: question.sort.map(({ name, descending }) => `${descending ? '-' : ''}ym:s:${name}`).join(),
    include_undefined: String(question.includeUndefined),
    limit: '100000',
  };
}

/** The name as registries have it: with goal 1, the euro, the attribution and the week taken out again. */
export function generic(name: string): string {
  return name
    .replace(/^goal1(?=[a-zI])/, 'goal<goal_id>')
    .replace('onvertedEUR', 'onverted<currency>')
    .replace(/^lastsign/, '<attribution>')
    .replace(/week$/, '<group>');
}
