/** The one who is signed in: setting up, signing in and out, API tokens. */
import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import type { z } from 'zod';
import type { Language } from '../i18n/i18n.ts';
import { ApiFailure, request, shaped } from './http.ts';
import type * as shapes from './shapes.ts';

export type Me = z.output<typeof shapes.Me>;
export type Token = z.output<typeof shapes.Token>;

const nothing = (): void => undefined;

/** Null: not signed in. */
export const meQuery = queryOptions({
  queryKey: ['me'],
  queryFn: async ({ signal }): Promise<Me | null> => {
    try {
      return await request('GET /api/v1/me', { signal, read: shaped((known) => known.Me) });
    } catch (error) {
      if (error instanceof ApiFailure && error.status === 401) return null;
      throw error;
    }
  },
  staleTime: 5 * 60_000,
});

/** @returns whether a code of the second factor is still to come */
export const signIn = (form: { email: string; password: string }): Promise<boolean> =>
  request('POST /api/auth/sign-in/email', {
    body: { email: form.email, password: form.password },
    read: async (answer) => (await shaped((known) => known.SignedIn)(answer)).twoFactorRedirect ?? false,
  });

export function useSignIn() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: signIn,
    onSuccess: () => queries.removeQueries({ queryKey: meQuery.queryKey }),
  });
}

export function useSignOut() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: () => request('POST /api/auth/sign-out', { read: nothing }),
    onSuccess: () => queries.clear(),
  });
}

/** Whether the first owner is still to be made. */
export const setupQuery = queryOptions({
  queryKey: ['setup'],
  queryFn: ({ signal }) =>
    request('GET /api/v1/setup', {
      signal,
      read: async (answer) => (await shaped((known) => known.SetupState)(answer)).needed,
    }),
});

export interface SetupForm {
  readonly token: string;
  readonly email: string;
  readonly password: string;
  readonly language: Language;
}

/** Makes the first owner with the key of the one-time link, and signs them in. */
export function useSetup() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: async (form: SetupForm) => {
      await request('POST /api/v1/setup', { body: form, read: nothing });
      await signIn(form);
    },
    onSuccess: () => queries.removeQueries({ queryKey: meQuery.queryKey }),
  });
}

/** Tells the server, so that what it writes to the person is in their language too. */
export function useSaveLanguage() {
  return useMutation({
    mutationFn: (language: Language) => request('PUT /api/v1/me', { body: { language }, read: nothing }),
  });
}

export const tokensQuery = queryOptions({
  queryKey: ['tokens'],
  queryFn: ({ signal }) =>
    request('GET /api/v1/tokens', {
      signal,
      read: async (answer) => (await shaped((known) => known.TokenList)(answer)).tokens,
    }),
});

export const sessionsQuery = queryOptions({
  queryKey: ['sessions'],
  queryFn: ({ signal }) =>
    request('GET /api/v1/sessions', {
      signal,
      read: async (answer) => (await shaped((known) => known.SessionList)(answer)).sessions,
    }),
});

/** Ends the one that is named; with null, all but this one. */
export function useEndSessions() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (id: string | null) =>
      id === null
        ? request('DELETE /api/v1/sessions', { read: nothing })
        : request('DELETE /api/v1/sessions/{sessionId}', { params: { sessionId: id }, read: nothing }),
    onSuccess: () => queries.invalidateQueries({ queryKey: sessionsQuery.queryKey }),
  });
}

export interface TokenDraft {
  readonly name: string;
  readonly scope: Token['scope'];
  /** Null: all that the person may use. */
  readonly counters: number[] | null;
  /** Null: for ever. */
  readonly expires_in_days: number | null;
}

/** Gives the token's text, which the server does not show again. */
export function useCreateToken() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (token: TokenDraft) =>
      request('POST /api/v1/tokens', {
        body: { token },
        read: async (answer) => (await shaped((known) => known.NewToken)(answer)).token.value,
      }),
    onSuccess: () => queries.invalidateQueries({ queryKey: tokensQuery.queryKey }),
  });
}

export function useRevokeToken() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (id: string) =>
      request('DELETE /api/v1/tokens/{tokenId}', { params: { tokenId: id }, read: nothing }),
    onSuccess: () => queries.invalidateQueries({ queryKey: tokensQuery.queryKey }),
  });
}
