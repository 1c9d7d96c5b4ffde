/** What helps to make the right goal: what it would have counted. */
import type { GoalInput } from '@goalpost/contract/goals';
import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { languageNow } from '../../i18n/i18n.ts';
import { switched } from '../goals.ts';
import { request, shaped } from '../http.ts';

interface Previewed {
  readonly goal: GoalInput;
  /** The goal that would be replaced; absent: it would be a new one. */
  readonly goalId: number | undefined;
  readonly days: number;
}

export const previewQuery = (counterId: number, { goal, goalId, days }: Previewed) =>
  queryOptions({
    queryKey: ['preview', counterId, goalId ?? 0, days, goal],
    queryFn: ({ signal }) =>
      request('POST /api/v1/counters/{counterId}/goal-preview', {
        params: { counterId },
        signal,
        body: { goal: switched(goal), days, ...(goalId === undefined ? {} : { goal_id: goalId }) },
        read: shaped((shapes) => shapes.GoalPreview),
      }),
    staleTime: 60_000,
    retry: false,
    placeholderData: keepPreviousData,
  });

/** What happened and no goal of its own counts. */
export const suggestionsQuery = (counterId: number) =>
  queryOptions({
    queryKey: ['goals', counterId, 'suggestions'],
    queryFn: ({ signal }) =>
      request('GET /api/v1/counters/{counterId}/goal-suggestions', {
        params: { counterId },
        signal,
        read: shaped((shapes) => shapes.GoalSuggestions),
      }),
    staleTime: 60_000,
  });

/** A link by which the owner's own browser tries goals out. */
export const tryOutLinkQuery = (counterId: number) =>
  queryOptions({
    queryKey: ['tryOut', counterId, 'link'],
    queryFn: ({ signal }) =>
      request('POST /api/v1/counters/{counterId}/test-mode', {
        params: { counterId },
        signal,
        read: shaped((shapes) => shapes.TestModeLink),
      }),
    // One link while the server takes it.
    staleTime: 30 * 60_000,
    gcTime: 30 * 60_000,
  });

/** What became of the hits of the browser that opened the link. */
export const tryOutQuery = (counterId: number, token: string) =>
  queryOptions({
    queryKey: ['tryOut', counterId, token],
    queryFn: ({ signal }) =>
      request('GET /api/v1/counters/{counterId}/test-mode', {
        params: { counterId },
        signal,
        query: { token, lang: languageNow() },
        read: shaped((shapes) => shapes.TestModeFeed),
      }),
    refetchInterval: 2_000,
  });
