/** Picking a form or a button on the page of the site. */
import type { PickedType } from '@goalpost/contract/picker';
import { queryOptions } from '@tanstack/react-query';
import { languageNow } from '../i18n/i18n.ts';
import { request, shaped } from './http.ts';

/** A link by which the owner's own browser picks. */
export const newPickerLink = (counterId: number, type: PickedType) =>
  request('POST /api/v1/counters/{counterId}/picker', {
    params: { counterId },
    body: { type, lang: languageNow() },
    read: shaped((shapes) => shapes.PickerLink),
  });

/** What was picked by a link; asked for until there is something. */
export const pickedQuery = (counterId: number, token: string) =>
  queryOptions({
    queryKey: ['picker', counterId, token],
    queryFn: ({ signal }) =>
      request('GET /api/v1/counters/{counterId}/picker', {
        params: { counterId },
        query: { token },
        signal,
        read: shaped((shapes) => shapes.PickerChoice),
      }),
    refetchInterval: 2_000,
    // An owner who comes back from the other tab sees their choice at once.
    refetchOnWindowFocus: 'always',
    retry: false,
  });
