/** Invitation rules of a counter, and what each has brought. */
import type { InvitationReport, InvitationRule, InvitationRuleInput } from '@goalpost/contract/chat';
import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { request } from '../../api/http.ts';

const shapes = () => import('./rule-shapes.ts');
const readRule = async (answer: unknown): Promise<InvitationRule> =>
  (await shapes()).InvitationRuleAnswer.parse(answer).rule;

export const rulesQuery = (counterId: number) =>
  queryOptions({
    queryKey: ['chat', 'rules', counterId],
    queryFn: ({ signal }): Promise<InvitationRule[]> =>
      request('GET /api/v1/counters/{counterId}/chat/rules', {
        params: { counterId },
        signal,
        read: async (answer) => (await shapes()).InvitationRuleList.parse(answer).rules,
      }),
    staleTime: 30_000,
  });

export const ruleReportQuery = (counterId: number, id: string, days: { from: string; to: string }) =>
  queryOptions({
    queryKey: ['chat', 'rules', counterId, id, 'report', days.from, days.to],
    queryFn: ({ signal }): Promise<InvitationReport> =>
      request('GET /api/v1/counters/{counterId}/chat/rules/{ruleId}/report', {
        params: { counterId, ruleId: id },
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
      id === undefined
        ? request('POST /api/v1/counters/{counterId}/chat/rules', {
            params: { counterId },
            body: { rule },
            read: readRule,
          })
        : request('PUT /api/v1/counters/{counterId}/chat/rules/{ruleId}', {
            params: { counterId, ruleId: id },
            body: { rule },
            read: readRule,
          }),
    onSuccess: () => queries.invalidateQueries({ queryKey: ['chat', 'rules', counterId] }),
  });
}

export function useDeleteRule(counterId: number) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (id: string) =>
      request('DELETE /api/v1/counters/{counterId}/chat/rules/{ruleId}', {
        params: { counterId, ruleId: id },
        read: () => id,
      }),
    // Not waited for: the person who deleted the rule leaves its screen before the list is without it.
    onSuccess: () => void queries.invalidateQueries({ queryKey: ['chat', 'rules', counterId] }),
  });
}
