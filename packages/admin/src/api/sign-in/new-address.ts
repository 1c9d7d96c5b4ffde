/** Another e-mail address of the account, and the link that takes it. */
import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { request, shaped } from '../http.ts';

/** Gives the address that a link was sent to. */
export const useAskAddress = () =>
  useMutation({
    mutationFn: ({ email, password }: { readonly email: string; readonly password: string }) =>
      request('POST /api/v1/me/email', {
        body: { email: email.trim(), password },
        read: async (answer) => (await shaped((known) => known.AddressAsked)(answer)).sent_to,
      }),
  });

export const addressLinkQuery = (token: string) =>
  queryOptions({
    queryKey: ['new-address', token],
    queryFn: ({ signal }) =>
      request('GET /api/v1/email/link', {
        signal,
        query: { token },
        read: shaped((known) => known.AddressLink),
      }),
    retry: false,
    staleTime: Number.POSITIVE_INFINITY,
  });

export function useTakeAddress() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (token: string) =>
      request('POST /api/v1/email', {
        body: { token },
        read: async (answer) => (await shaped((known) => known.PasswordOwner)(answer)).login,
      }),
    onSuccess: () => queries.invalidateQueries({ queryKey: ['me'] }),
  });
}
