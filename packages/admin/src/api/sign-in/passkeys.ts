/** The passkeys of the one who is signed in, and signing in by one. */
import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import type { z } from 'zod';
import { meQuery } from '../account.ts';
import { request, shaped } from '../http.ts';
import type * as shapes from '../shapes.ts';

export type Passkey = z.output<typeof shapes.Passkey>;

/** The person has closed the browser's window, or no device of theirs has a passkey. */
export class NoPasskeyGiven extends Error {}

const nothing = (): void => undefined;

/** Whether the browser can, at this address: passkeys need HTTPS, or this machine. */
export const hasPasskeys = (): boolean =>
  typeof PublicKeyCredential === 'function' && 'parseCreationOptionsFromJSON' in PublicKeyCredential;

export const passkeysQuery = queryOptions({
  queryKey: ['passkeys'],
  queryFn: ({ signal }) =>
    request('GET /api/v1/passkeys', {
      signal,
      read: async (answer) => (await shaped((known) => known.PasskeyList)(answer)).passkeys,
    }),
});

async function given(asked: Promise<Credential | null>): Promise<Record<string, unknown>> {
  const credential = await asked.catch((error: unknown) => {
    if (error instanceof DOMException && ['NotAllowedError', 'AbortError'].includes(error.name)) return null;
    throw error;
  });
  if (!(credential instanceof PublicKeyCredential)) throw new NoPasskeyGiven();
  return { ...credential.toJSON() } as Record<string, unknown>;
}

const readOptions = async (answer: unknown): Promise<object> =>
  (await shaped((known) => known.PasskeyOptions)(answer)).options;

export function useAddPasskey() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: async ({ name, password }: { readonly name: string; readonly password: string }) => {
      const options = await request('POST /api/v1/passkeys/offer', { body: { password }, read: readOptions });
      const publicKey = PublicKeyCredential.parseCreationOptionsFromJSON(
        options as PublicKeyCredentialCreationOptionsJSON,
      );
      const response = await given(navigator.credentials.create({ publicKey }));
      return request('POST /api/v1/passkeys', { body: { name, response: response as never }, read: nothing });
    },
    onSuccess: () => queries.invalidateQueries({ queryKey: passkeysQuery.queryKey }),
  });
}

export function useRenamePasskey() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: ({ id, name }: { readonly id: string; readonly name: string }) =>
      request('PUT /api/v1/passkeys/{passkeyId}', {
        params: { passkeyId: id },
        body: { name },
        read: nothing,
      }),
    onSuccess: () => queries.invalidateQueries({ queryKey: passkeysQuery.queryKey }),
  });
}

export function useRemovePasskey() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (id: string) =>
      request('DELETE /api/v1/passkeys/{passkeyId}', { params: { passkeyId: id }, read: nothing }),
    onSuccess: () => queries.invalidateQueries({ queryKey: passkeysQuery.queryKey }),
  });
}

export function useSignInByPasskey() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: async () => {
      const options = await request('GET /api/v1/passkeys/challenge', { read: readOptions });
      const publicKey = PublicKeyCredential.parseRequestOptionsFromJSON(
        options as PublicKeyCredentialRequestOptionsJSON,
      );
      const response = await given(navigator.credentials.get({ publicKey }));
      return request('POST /api/auth/sign-in/passkey', { body: { response }, read: nothing });
    },
    onSuccess: () => queries.removeQueries({ queryKey: meQuery.queryKey }),
  });
}
