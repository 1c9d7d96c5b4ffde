/** Funnels of the owner's own steps, and who fell out of them. */
import type { FunnelScope, FunnelStep } from '@goalpost/contract/reports/funnels';
import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { languageNow } from '../../i18n/i18n.ts';
import { request } from '../http.ts';

export interface FunnelQuestion {
  readonly counterId: number;
  readonly from: string;
  readonly to: string;
  readonly filters?: string | undefined;
  readonly segment?: string | undefined;
  readonly steps: readonly FunnelStep[];
  readonly scope: FunnelScope;
  readonly window?: string | undefined;
}

const shapes = () => import('./shapes.ts');
const PEOPLE = 100;

const common = ({ counterId, from, to, filters, segment, steps, scope, window }: FunnelQuestion) => ({
  ids: counterId,
  date1: from,
  date2: to,
  filters,
  segment,
  steps: JSON.stringify(steps),
  scope,
  window,
  lang: languageNow(),
});

export const stepFunnelQuery = (question: FunnelQuestion, dimension?: string) =>
  queryOptions({
    queryKey: ['funnels', question, dimension],
    queryFn: ({ signal }) =>
      request('GET /api/v1/funnels', {
        query: { ...common(question), dimensions: dimension, limit: 50 },
        signal,
        read: async (answer) => (await shapes()).FunnelResponse.parse(answer),
      }),
    staleTime: 15_000,
    placeholderData: keepPreviousData,
  });

export const lostQuery = (question: FunnelQuestion, step: number) =>
  queryOptions({
    queryKey: ['funnels', 'lost', question, step],
    queryFn: ({ signal }) =>
      request('GET /api/v1/funnels/people', {
        query: { ...common(question), step, outcome: 'lost', limit: PEOPLE },
        signal,
        read: async (answer) => (await shapes()).FunnelPeopleResponse.parse(answer),
      }),
    staleTime: 15_000,
  });
