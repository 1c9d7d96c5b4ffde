/** The second factor of the one who is signed in, and the second step of signing in. */
import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import type { z } from 'zod';
import { meQuery } from '../account.ts';
import { request, shaped } from '../http.ts';
import type * as shapes from '../shapes.ts';

export type FactorOffer = z.output<typeof shapes.FactorOffer>;

const nothing = (): void => undefined;

export const secondFactorQuery = queryOptions({
  queryKey: ['second-factor'],
  queryFn: ({ signal }) =>
    request('GET /api/v1/second-factor', { signal, read: shaped((known) => known.SecondFactor) }),
});

/** A new secret and recovery codes; nothing changes until a code confirms it. */
export const useOfferFactor = () =>
  useMutation({
    mutationFn: (password: string): Promise<FactorOffer> =>
      request('POST /api/auth/two-factor/enable', {
        body: { password },
        read: shaped((known) => known.FactorOffer),
      }),
  });

const verify = (code: string, trustDevice: boolean): Promise<void> =>
  /^\d{6}$/.test(code)
    ? request('POST /api/auth/two-factor/verify-totp', { body: { code, trustDevice }, read: nothing })
    : request('POST /api/auth/two-factor/verify-backup-code', { body: { code, trustDevice }, read: nothing });

export function useConfirmFactor() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (code: string) => verify(code, false),
    onSuccess: () => queries.invalidateQueries({ queryKey: secondFactorQuery.queryKey }),
  });
}

/** The second step of signing in: a code of the app, or a recovery code. */
export function useSecondStep() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: ({ code, trust }: { readonly code: string; readonly trust: boolean }) => verify(code, trust),
    onSuccess: () => queries.removeQueries({ queryKey: meQuery.queryKey }),
  });
}

export function useNewRecoveryCodes() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (password: string) =>
      request('POST /api/auth/two-factor/generate-backup-codes', {
        body: { password },
        read: async (answer) => (await shaped((known) => known.RecoveryCodes)(answer)).backupCodes,
      }),
    onSuccess: () => queries.invalidateQueries({ queryKey: secondFactorQuery.queryKey }),
  });
}

export function useDropFactor() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (password: string) =>
      request('POST /api/auth/two-factor/disable', { body: { password }, read: nothing }),
    onSuccess: () => queries.invalidateQueries({ queryKey: secondFactorQuery.queryKey }),
  });
}
