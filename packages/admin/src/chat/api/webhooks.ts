/** Webhooks of a counter's chat, and the log of what was sent to them. */
import type { Webhook, WebhookDelivery, WebhookInput } from '@goalpost/contract/chat';
import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { request } from '../../api/http.ts';

const shapes = () => import('./webhook-shapes.ts');
const LATEST = 50;

export const webhooksQuery = (counterId: number) =>
  queryOptions({
    queryKey: ['chat', 'webhooks', counterId],
    queryFn: ({ signal }): Promise<Webhook[]> =>
      request('GET /api/v1/counters/{counterId}/chat/webhooks', {
        params: { counterId },
        signal,
        read: async (answer) => (await shapes()).WebhookList.parse(answer).webhooks,
      }),
  });

export const deliveriesQuery = (counterId: number) =>
  queryOptions({
    queryKey: ['chat', 'deliveries', counterId],
    queryFn: ({ signal }): Promise<WebhookDelivery[]> =>
      request('GET /api/v1/counters/{counterId}/chat/deliveries', {
        params: { counterId },
        signal,
        query: { limit: LATEST },
        read: async (answer) => (await shapes()).WebhookDeliveryList.parse(answer).deliveries,
      }),
  });

/** Its first try has not ended. */
export const isOnItsWay = ({ status, attempts }: WebhookDelivery): boolean =>
  status === 'waiting' && attempts === 0;

function useWebhookChange<V, R>(counterId: number, mutationFn: (value: V) => Promise<R>) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn,
    onSuccess: () =>
      Promise.all(
        ['webhooks', 'deliveries'].map((what) =>
          queries.invalidateQueries({ queryKey: ['chat', what, counterId] }),
        ),
      ),
  });
}

/** Gives the secret, which the server does not show again. */
export const useMakeWebhook = (counterId: number) =>
  useWebhookChange(counterId, (webhook: WebhookInput) =>
    request('POST /api/v1/counters/{counterId}/chat/webhooks', {
      params: { counterId },
      body: { webhook },
      read: async (answer) => (await shapes()).WebhookMade.parse(answer),
    }),
  );

export const useDeleteWebhook = (counterId: number) =>
  useWebhookChange(counterId, (id: string) =>
    request('DELETE /api/v1/counters/{counterId}/chat/webhooks/{webhookId}', {
      params: { counterId, webhookId: id },
      read: () => id,
    }),
  );

export const useTestWebhook = (counterId: number) =>
  useWebhookChange(counterId, (id: string) =>
    request('POST /api/v1/counters/{counterId}/chat/webhooks/{webhookId}/test', {
      params: { counterId, webhookId: id },
      read: () => id,
    }),
  );

export const useResend = (counterId: number) =>
  useWebhookChange(counterId, (id: string) =>
    request('POST /api/v1/counters/{counterId}/chat/deliveries/{deliveryId}/resend', {
      params: { counterId, deliveryId: id },
      read: () => id,
    }),
  );
