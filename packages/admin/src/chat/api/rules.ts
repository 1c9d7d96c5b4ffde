/** Invitation rules of a counter, and what each has brought. */
import type { InvitationReport, InvitationRule, InvitationRuleInput } from '@goalpost/contract/chat';
import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { request } from '../../api/http.ts';
import { chatPath } from './path.ts';

const rulesPath = (counterId: number): string => `${chatPath(counterId)}/rules`;
const rulePath = (counterId: number, id: string): string =>
  `${rulesPath(counterId)}/${encodeURIComponent(id)}`;
const shapes = () => import('./rule-shapes.ts');

export const rulesQuery = (counterId: number) =>
  queryOptions({
    queryKey: ['chat', 'rules', counterId],
    queryFn: ({ signal }): Promise<InvitationRule[]> =>
      request(rulesPath(counterId), {
        signal,
        read: async (answer) => (await shapes()).InvitationRuleList.parse(answer).rules,
      }),
    staleTime: 30_000,
  });

export const ruleReportQuery = (counterId: number, id: string, days: { from: string; to: string }) =>
  queryOptions({
    queryKey: ['chat', 'rules', counterId, id, 'report', days.from, days.to],
    queryFn: ({ signal }): Promise<InvitationReport> =>
      request(`${rulePath(counterId, id)}/report`, {
        signal,
        query: { date1: days.from, date2: days.to },
        read: async (answer) => (await shapes()).InvitationReport.parse(answer),
      }),
    staleTime: 30_000,
  });

/** @param id the rule to replace; absent: a new one */
export function useSaveRule(counterId: number) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: ({ id, rule }: { id?: string | undefined; rule: InvitationRuleInput }) =>
      request(id === undefined ? rulesPath(counterId) : rulePath(counterId, id), {
        method: id === undefined ? 'POST' : 'PUT',
        body: { rule },
        read: async (answer): Promise<InvitationRule> =>
          (await shapes()).InvitationRuleAnswer.parse(answer).rule,
      }),
    onSuccess: () => queries.invalidateQueries({ queryKey: ['chat', 'rules', counterId] }),
  });
}

export function useDeleteRule(counterId: number) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (id: string) => request(rulePath(counterId, id), { method: 'DELETE', read: () => id }),
    // Not waited for: the person who deleted the rule leaves its screen before the list is without it.
    onSuccess: () => void queries.invalidateQueries({ queryKey: ['chat', 'rules', counterId] }),
  });
}
