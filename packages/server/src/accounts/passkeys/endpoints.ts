/** A person's own passkeys: offered, registered, listed, named, removed [A69]. */
import type { RegistrationResponseJSON } from '@simplewebauthn/server';
import { z } from 'zod';
import { defineEndpoint, type Endpoint } from '../../kit/endpoint.ts';
import { isProblem, problem, type Problem } from '../../kit/problem.ts';
import type { Proof, Proved } from '../proof/prove-password.ts';
import type { Passkeys } from './passkeys.ts';
import type { Passkey, PasskeyStore } from './port.ts';
import { RegistrationResponse } from './shapes.ts';

const Name = z.string().trim().min(1).max(100);
const View = z
  .object({
    id: z.string(),
    name: z.string(),
    created_time: z.string(),
    last_used_time: z.string().nullable(),
  })
  .meta({ id: 'Passkey' });
const Envelope = z.object({ passkey: View });
/** As the browser takes them; see `PublicKeyCredential.parseCreationOptionsFromJSON`. */
const Options = z.object({ options: z.record(z.string(), z.unknown()) });
const ALL = '/api/v1/passkeys';
const ONE = `${ALL}/:passkeyId`;
const params = z.object({ passkeyId: z.string().regex(/^[\w-]{1,1024}$/) });
const tag = 'accounts';

export interface PasskeyEndpointDeps {
  readonly passkeys: Passkeys;
  readonly store: PasskeyStore;
  readonly provePassword: (proof: Proof) => Promise<Proved>;
}

const view = ({ id, name, createdAt, lastUsedAt }: Passkey) => ({
  id,
  name,
  created_time: new Date(createdAt).toISOString(),
  last_used_time: lastUsedAt === null ? null : new Date(lastUsedAt).toISOString(),
});

const unknown = () => problem('not_found', 'You have no such passkey.', 'passkeyId');

export function passkeyEndpoints({ passkeys, store, provePassword }: PasskeyEndpointDeps): Endpoint[] {
  return [
    defineEndpoint({
      method: 'GET',
      url: `${ALL}/challenge`,
      summary: 'What a device is asked when somebody signs in by a passkey',
      tag,
      auth: 'public',
      response: Options,
      handle: async () => passkeys.fault ?? { options: { ...(await passkeys.ask()) } },
    }),
    defineEndpoint({
      method: 'POST',
      url: `${ALL}/offer`,
      summary: 'What a device is asked to make a passkey of yours; takes the password',
      tag,
      auth: 'self',
      asks: true,
      beforeSecondFactor: true,
      body: z.object({ password: z.string().min(1).max(128) }),
      response: Options,
      async handle({ body: { password } }, { caller, from = NOWHERE }) {
        if (passkeys.fault !== null) return passkeys.fault;
        const { accountId, login } = caller ?? { accountId: '', login: '' };
        const refusal = REFUSALS[await provePassword({ accountId, login, password, ...from })];
        return refusal?.() ?? { options: { ...(await passkeys.offer({ accountId, login })) } };
      },
    }),
    defineEndpoint({
      method: 'POST',
      url: ALL,
      summary: 'Register the passkey that a device has made',
      tag,
      auth: 'self',
      beforeSecondFactor: true,
      body: z.object({ name: Name, response: RegistrationResponse }),
      response: Envelope,
      async handle({ body: { name, response } }, { caller }) {
        if (passkeys.fault !== null) return passkeys.fault;
        // The device's fields are checked by the library, which knows their types.
        const made = await passkeys.register(
          caller?.accountId ?? '',
          name,
          response as RegistrationResponseJSON,
        );
        return isProblem(made) ? made : { passkey: view(made) };
      },
    }),
    defineEndpoint({
      method: 'GET',
      url: ALL,
      summary: 'Your passkeys, the oldest first',
      tag,
      auth: 'self',
      beforeSecondFactor: true,
      response: z.object({ passkeys: z.array(View) }),
      handle: async (_input, { caller }) => ({
        passkeys: (await store.list(caller?.accountId ?? '')).map(view),
      }),
    }),
    defineEndpoint({
      method: 'PUT',
      url: ONE,
      summary: 'Give a passkey another name',
      tag,
      auth: 'self',
      params,
      body: z.object({ name: Name }),
      response: Envelope,
      async handle({ params: { passkeyId }, body: { name } }, { caller }) {
        const accountId = caller?.accountId ?? '';
        if (!(await store.rename(accountId, passkeyId, name))) return unknown();
        const passkey = (await store.list(accountId)).find(({ id }) => id === passkeyId);
        return passkey === undefined ? unknown() : { passkey: view(passkey) };
      },
    }),
    defineEndpoint({
      method: 'DELETE',
      url: ONE,
      summary: 'Remove a passkey: it opens nothing any more; sessions go on',
      tag,
      auth: 'self',
      params,
      response: z.object({ success: z.literal(true) }),
      handle: async ({ params: { passkeyId } }, { caller }) =>
        (await store.remove(caller?.accountId ?? '', passkeyId)) ? { success: true } : unknown(),
    }),
  ];
}

const NOWHERE = { address: '', cookies: '' };

const REFUSALS: Readonly<Record<Proved, (() => Problem) | null>> = {
  right: null,
  wrong: () => problem('invalid_parameter', 'The password is not right.', 'password'),
  'too many': () =>
    problem('quota_requests_by_uid', 'Too many wrong passwords for this account. Try again later.'),
  none: () =>
    problem(
      'conflict',
      'This account has no password: its person signs in by the identity provider.',
      'password',
    ),
};
