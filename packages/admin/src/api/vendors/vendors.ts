/** Other vendors' chats: what was seen, the switches, and the events that an owner names. */
import type { NamedEvent, VendorSettings } from '@goalpost/contract/vendors/settings';
import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { request } from '../http.ts';

const read = async (answer: unknown): Promise<VendorSettings> =>
  (await import('./vendor-shapes.ts')).VendorSettings.parse(answer);

export const vendorsQuery = (counterId: number) =>
  queryOptions({
    queryKey: ['vendors', counterId],
    queryFn: ({ signal }) =>
      request('GET /api/v1/counters/{counterId}/vendors', { params: { counterId }, signal, read }),
  });

function useVendorChange<V>(counterId: number, mutationFn: (value: V) => Promise<VendorSettings>) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn,
    onSuccess: (settings) => queries.setQueryData(vendorsQuery(counterId).queryKey, settings),
  });
}

export const useSwitchVendor = (counterId: number) =>
  useVendorChange(counterId, ({ vendor, on }: { readonly vendor: string; readonly on: boolean }) =>
    request('PUT /api/v1/counters/{counterId}/vendors/{vendor}', {
      params: { counterId, vendor },
      body: { on },
      read,
    }),
  );

interface Opening {
  readonly vendor: string;
  readonly secret: string | null;
  /** Whether the tag tells the vendor the visitor's number. */
  readonly tellsVisitor: boolean;
}

/** @returns the address, which is told once */
export function useOpenDoor(counterId: number) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: ({ vendor, ...opening }: Opening) =>
      request('PUT /api/v1/counters/{counterId}/vendors/{vendor}/webhook', {
        params: { counterId, vendor },
        body: { signing_secret: opening.secret, tells_visitor: opening.tellsVisitor },
        read: async (answer) => (await import('./vendor-shapes.ts')).WebhookOpened.parse(answer),
      }),
    onSuccess: ({ settings }) => queries.setQueryData(vendorsQuery(counterId).queryKey, settings),
  });
}

export const useCloseDoor = (counterId: number) =>
  useVendorChange(counterId, (vendor: string) =>
    request('DELETE /api/v1/counters/{counterId}/vendors/{vendor}/webhook', {
      params: { counterId, vendor },
      read,
    }),
  );

/** All of them: the list takes the place of the one before. */
export const useNameEvents = (counterId: number) =>
  useVendorChange(counterId, (events: readonly NamedEvent[]) =>
    request('PUT /api/v1/counters/{counterId}/vendor-events', {
      params: { counterId },
      body: { events: [...events] },
      read,
    }),
  );
