/** Reports: `/stat/v1/data` and `/stat/v1/data/bytime`, cancelled when no screen waits for them. */
import type { SharingModel } from '@goalpost/contract/reports/attribution';
import { queryOptions } from '@tanstack/react-query';
import { languageNow } from '../i18n/i18n.ts';
import { addressOf, request, shaped } from './http.ts';

export type Group = 'hour' | 'day' | 'week' | 'month';

/** Which visit's source a visit is credited to. */
export const ATTRIBUTIONS = ['lastsign', 'last', 'first'] as const;
export type Attribution = (typeof ATTRIBUTIONS)[number];
/** Or how goals are shared out over several visits. */
export type Credit = Attribution | SharingModel;

export interface Question {
  readonly counterId: number;
  /** Names such as `ym:s:visits`. */
  readonly metrics: readonly string[];
  readonly dimensions?: readonly string[];
  /** `YYYY-MM-DD`, in the counter's time zone. */
  readonly from: string;
  readonly to: string;
  readonly filters?: string | undefined;
  /** Numbers of saved segments, joined with commas. */
  readonly segment?: string | undefined;
  /** What `<attribution>` in names stands for, and names without one mean. */
  readonly attribution?: Credit | undefined;
  readonly sort?: string;
  readonly limit?: number;
  /** What `<group>` in names of dimensions stands for. */
  readonly group?: Group;
  readonly undefinedToo?: boolean;
}

/** What the two sides of a question differ in. */
interface AskedSide {
  readonly days: { readonly from: string; readonly to: string };
  readonly segment?: string | undefined;
  readonly filters?: string | undefined;
}

export interface SidesQuestion extends Omit<Question, 'from' | 'to' | 'segment'> {
  readonly a: AskedSide;
  readonly b: AskedSide;
}

export interface TimeQuestion extends Omit<Question, 'sort' | 'limit'> {
  readonly group: Group;
}

function shared(question: Omit<Question, 'sort' | 'limit' | 'from' | 'to' | 'segment'>) {
  return {
    ids: question.counterId,
    metrics: question.metrics.join(','),
    dimensions: question.dimensions?.join(','),
    filters: question.filters,
    attribution: question.attribution,
    group: question.group,
    include_undefined: question.undefinedToo,
    lang: languageNow(),
  };
}

function common(question: Omit<Question, 'sort' | 'limit'>) {
  return {
    ...shared(question),
    date1: question.from,
    date2: question.to,
    segment: question.segment,
  };
}

function ofSides({ a, b, ...question }: SidesQuestion) {
  return {
    ...shared(question),
    date1_a: a.days.from,
    date2_a: a.days.to,
    segment_a: a.segment,
    filters_a: a.filters,
    date1_b: b.days.from,
    date2_b: b.days.to,
    segment_b: b.segment,
    filters_b: b.filters,
    sort: question.sort,
  };
}

/** Where the same answer is as a file for a spreadsheet. */
export function fileAddress(form: 'csv' | 'xlsx', question: Question | SidesQuestion): string {
  const isSided = 'a' in question;
  return addressOf(`/stat/v1/data${isSided ? '/comparison' : ''}.${form}`, {
    ...(isSided ? ofSides(question) : common(question)),
    sort: question.sort,
    limit: 100_000,
    ...(form === 'csv' ? { bom: 1 } : {}),
  });
}

interface Asked {
  readonly queryKey: readonly unknown[];
}

/** The old answer stands until the new one is there, but never under the heads of other columns. */
const keptFor =
  (question: Pick<Question, 'metrics' | 'dimensions'>) =>
  <T>(answer: T | undefined, before: Asked | undefined): T | undefined => {
    const last = before?.queryKey[2] as typeof question | undefined;
    return last !== undefined && columnsAsked(last) === columnsAsked(question) ? answer : undefined;
  };

/** Dimensions and metrics in their order, as one text. */
const columnsAsked = ({ dimensions = [], metrics }: Pick<Question, 'metrics' | 'dimensions'>): string =>
  [...dimensions, '', ...metrics].join(',');

const kept = (question: Pick<Question, 'metrics' | 'dimensions'>) =>
  ({ staleTime: 15_000, placeholderData: keptFor(question) }) as const;

export const dataQuery = (question: Question) =>
  queryOptions({
    queryKey: ['stat', 'data', question],
    queryFn: ({ signal }) =>
      request('GET /stat/v1/data', {
        signal,
        query: { ...common(question), sort: question.sort, limit: question.limit },
        read: shaped((shapes) => shapes.DataResponse),
      }),
    ...kept(question),
  });

export const bytimeQuery = (question: TimeQuestion) =>
  queryOptions({
    queryKey: ['stat', 'bytime', question],
    queryFn: ({ signal }) =>
      request('GET /stat/v1/data/bytime', {
        signal,
        query: common(question),
        read: shaped((shapes) => shapes.BytimeResponse),
      }),
    ...kept(question),
  });

export const comparisonQuery = (question: SidesQuestion) =>
  queryOptions({
    queryKey: ['stat', 'comparison', question],
    queryFn: ({ signal }) =>
      request('GET /stat/v1/data/comparison', {
        signal,
        query: { ...ofSides(question), limit: question.limit },
        read: shaped((shapes) => shapes.ComparisonResponse),
      }),
    ...kept(question),
  });
