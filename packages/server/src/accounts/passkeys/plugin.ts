/** The step of the sign-in library that makes a session for who comes by a passkey [A70]. */
import type { AuthenticationResponseJSON } from '@simplewebauthn/server';
import type { BetterAuthPlugin } from 'better-auth';
import { APIError, createAuthEndpoint } from 'better-auth/api';
import { setSessionCookie } from 'better-auth/cookies';
import { z } from 'zod';
import type { Passkeys } from './passkeys.ts';
import { AuthenticationResponse } from './shapes.ts';

export const PASSKEY_SIGN_IN = '/sign-in/passkey';

export function passkeyPlugin(passkeys: Pick<Passkeys, 'answer'>) {
  return {
    id: 'goalpost-passkeys',
    endpoints: {
      signInPasskey: createAuthEndpoint(
        PASSKEY_SIGN_IN,
        { method: 'POST', body: z.object({ response: AuthenticationResponse }) },
        async (context) => {
          const { internalAdapter } = context.context;
          const accountId = await passkeys.answer(context.body.response as AuthenticationResponseJSON);
          const user = accountId === null ? null : await internalAdapter.findUserById(accountId);
          if (user === null)
            throw new APIError('UNAUTHORIZED', { message: 'This passkey is not known here.' });
          const session = await internalAdapter.createSession(user.id, false, { way: 'passkey' });
          await setSessionCookie(context, { session, user });
          return context.json({ user: { id: user.id, email: user.email } });
        },
      ),
    },
  } satisfies BetterAuthPlugin;
}
