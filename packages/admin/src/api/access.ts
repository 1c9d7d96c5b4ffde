/** Who has access to a site, and how people come in and back. */
import type {
  AccessInvitation,
  BulkResult,
  Grant,
  GrantMade,
  OneTimeLink,
} from '@goalpost/contract/management';
import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import type { Language } from '../i18n/i18n.ts';
import { meQuery, signIn } from './account.ts';
import { request, shaped } from './http.ts';

const nothing = (): void => undefined;

export const grantsQuery = (id: number) =>
  queryOptions({
    queryKey: ['access', id, 'grants'],
    queryFn: ({ signal }): Promise<Grant[]> =>
      request('GET /management/v1/counter/{counterId}/grants', {
        params: { counterId: id },
        signal,
        read: async (answer) => (await shaped((known) => known.GrantList)(answer)).grants,
      }),
  });

export const accessInvitationsQuery = (id: number) =>
  queryOptions({
    queryKey: ['access', id, 'invitations'],
    queryFn: ({ signal }): Promise<AccessInvitation[]> =>
      request('GET /api/v1/counters/{counterId}/invitations', {
        params: { counterId: id },
        signal,
        read: async (answer) => (await shaped((known) => known.AccessInvitationList)(answer)).invitations,
      }),
  });

/** A change of who has access: everything that shows it is read again. */
function useAccessChange<T, V>(id: number, change: (given: V) => Promise<T>) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: change,
    onSuccess: async () => {
      await queries.invalidateQueries({ queryKey: ['access', id] });
      await queries.invalidateQueries({ queryKey: ['chat', 'team', id] });
    },
  });
}

export type GrantDraft = Pick<Grant, 'user_login' | 'perm'> & Partial<Pick<Grant, 'filters'>>;

export const useAddPerson = (id: number) =>
  useAccessChange(id, (grant: GrantDraft): Promise<GrantMade> =>
    request('POST /management/v1/counter/{counterId}/grants', {
      params: { counterId: id },
      body: { grant },
      read: shaped((known) => known.GrantMade),
    }),
  );

export interface ManyPeople {
  readonly user_logins: string[];
  readonly perm: Grant['perm'];
  readonly filters: string;
  readonly counters: number[];
}

export const useAddMany = (id: number) =>
  useAccessChange(id, (many: ManyPeople): Promise<BulkResult[]> =>
    request('POST /api/v1/counters/{counterId}/invitations/bulk', {
      params: { counterId: id },
      body: many,
      read: async (answer) => (await shaped((known) => known.BulkResults)(answer)).results,
    }),
  );

export const useChangePerson = (id: number) =>
  useAccessChange(id, (grant: GrantDraft) =>
    request('PUT /management/v1/counter/{counterId}/grant', {
      params: { counterId: id },
      body: { grant },
      read: nothing,
    }),
  );

export const useRemovePerson = (id: number) =>
  useAccessChange(id, (login: string) =>
    request('DELETE /management/v1/counter/{counterId}/grant', {
      params: { counterId: id },
      query: { user_login: login },
      read: nothing,
    }),
  );

export const useRenewInvitation = (id: number) =>
  useAccessChange(id, (invitation: AccessInvitation) =>
    request('POST /api/v1/counters/{counterId}/invitations/{invitationId}/link', {
      params: { counterId: id, invitationId: invitation.id },
      read: shaped((known) => known.AccessInvitationMade),
    }),
  );

export const useRevokeInvitation = (id: number) =>
  useAccessChange(id, (invitation: AccessInvitation) =>
    request('DELETE /api/v1/counters/{counterId}/invitations/{invitationId}', {
      params: { counterId: id, invitationId: invitation.id },
      read: nothing,
    }),
  );

export const usePasswordLink = (id: number) =>
  useMutation({
    mutationFn: (login: string): Promise<OneTimeLink> =>
      request('POST /api/v1/counters/{counterId}/password-link', {
        params: { counterId: id },
        body: { user_login: login },
        read: async (answer) => (await shaped((known) => known.LinkMade)(answer)).link,
      }),
  });

export const joinQuery = (token: string) =>
  queryOptions({
    queryKey: ['join', token],
    queryFn: ({ signal }) =>
      request('GET /api/v1/join', { signal, query: { token }, read: shaped((known) => known.JoinOffer) }),
    retry: false,
    staleTime: Number.POSITIVE_INFINITY,
  });

export interface JoinForm {
  readonly token: string;
  readonly name?: string;
  readonly password?: string;
  readonly language?: Language;
}

/** Takes an invitation; who chose a password is signed in with it. */
export function useJoin() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: async (form: JoinForm) => {
      const joined = await request('POST /api/v1/join', {
        body: form,
        read: shaped((known) => known.Joined),
      });
      if (form.password !== undefined) await signIn({ email: joined.login, password: form.password });
      return joined;
    },
    onSuccess: async () => {
      queries.removeQueries({ queryKey: meQuery.queryKey });
      await queries.invalidateQueries({ queryKey: ['counters'] });
    },
  });
}

/** Whether links for new passwords are sent by e-mail. */
export const passwordMailQuery = queryOptions({
  queryKey: ['password', 'mail'],
  queryFn: ({ signal }) =>
    request('GET /api/v1/password', {
      signal,
      read: async (answer) => (await shaped((known) => known.PasswordState)(answer)).mail,
    }),
});

export const useAskPassword = () =>
  useMutation({
    mutationFn: (login: string) =>
      request('POST /api/v1/password/letter', { body: { user_login: login }, read: nothing }),
  });

export const passwordLinkQuery = (token: string) =>
  queryOptions({
    queryKey: ['password', token],
    queryFn: ({ signal }) =>
      request('GET /api/v1/password/link', {
        signal,
        query: { token },
        read: async (answer) => (await shaped((known) => known.PasswordOwner)(answer)).login,
      }),
    retry: false,
    staleTime: Number.POSITIVE_INFINITY,
  });

/** Chooses a password by a link, and signs in with it. Gives whether a code is still to come. */
export function useChoosePassword() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: async (form: { readonly token: string; readonly password: string }) => {
      const { login } = await request('POST /api/v1/password', {
        body: form,
        read: shaped((known) => known.PasswordOwner),
      });
      return signIn({ email: login, password: form.password });
    },
    onSuccess: () => queries.clear(),
  });
}

export const useChangePassword = () =>
  useMutation({
    mutationFn: (form: { readonly currentPassword: string; readonly newPassword: string }) =>
      request('POST /api/auth/change-password', {
        body: { ...form, revokeOtherSessions: true },
        read: nothing,
      }),
  });

export function useSaveName() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (name: string) => request('PUT /api/v1/me', { body: { name }, read: nothing }),
    onSuccess: () => queries.invalidateQueries({ queryKey: meQuery.queryKey }),
  });
}
