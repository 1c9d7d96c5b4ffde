/** The accounts feature as a whole: who is calling, signing in, the first owner, API tokens. */
import { timingSafeEqual } from 'node:crypto';
import { basePathOf } from '../kit/base-path/base-path.ts';
import type { Clock } from '../kit/clock.ts';
import type { Caller, Endpoint } from '../kit/endpoint.ts';
import type { SignInHappening } from './happening.ts';
import { inApiShape, isOpen, notOpen } from './library-door.ts';
import { createPeople, type People, type Person } from './people.ts';
import { createProvePassword, type Proof, type Proved } from './proof/prove-password.ts';
import { passkeyEndpoints } from './passkeys/endpoints.ts';
import { createPasskeys } from './passkeys/passkeys.ts';
import type { PasskeyStore } from './passkeys/port.ts';
import type { TokenStore } from './port.ts';
import { profileEndpoints } from './profile-endpoints.ts';
import { factorEndpoints } from './second-factor/endpoints.ts';
import { sealFactorsAgain } from './second-factor/reseal.ts';
import { sessionEndpoints } from './session-endpoints.ts';
import { createSetup, setupEndpoints } from './setup.ts';
import { createSignInDoor, pathOf } from './sign-in-door.ts';
import { createSignInLimit } from './sign-in-limit.ts';
import { ADDRESS_HEADER, createSignIn, migrateSignIn, type SignInOptions } from './sign-in.ts';
import { createSsoDoor } from './sso/door.ts';
import { ssoEndpoint } from './sso/endpoint.ts';
import type { SsoSettings } from './sso/settings.ts';
import { tokenEndpoints } from './token-endpoints.ts';
import { createTokens, sha256 } from './tokens.ts';

export interface FirstOwner {
  readonly email: string;
  readonly password: string;
}

export interface AccountsOptions extends SignInOptions {
  readonly tokens: TokenStore;
  readonly passkeyStore: PasskeyStore;
  readonly clock: Clock;
  /** Hears of sign-ins, and of tries that failed. */
  readonly onSignIn?: (happening: SignInHappening) => void;
  /** @throws where the store of accounts is away: the sign-in library says of that only that it failed */
  readonly storeAnswers?: () => Promise<void>;
  /** Made at the first start; ignored once there is an owner who can sign in. */
  readonly firstOwner: FirstOwner | null;
  /** An API token of the first owner, held in memory only: it lives as long as the setting. */
  readonly adminToken: string | null;
  /** An identity provider that people may sign in by. @param onNew gives a person who had no account their grants */
  readonly sso?: (SsoSettings & { readonly onNew: (accountId: string) => Promise<void> }) | null;
  /** Whether every account needs a second factor [A53]. */
  readonly secondFactorRequired?: boolean;
}

export interface Accounts {
  readonly endpoints: readonly Endpoint[];
  /** What `/setup?token=` takes while no account can sign in; null once one can. */
  readonly setupToken: string | null;
  callerByToken(token: string): Promise<Caller | null>;
  callerBySession(headers: Headers): Promise<Caller | null>;
  /** @param address that the request came from */
  handleAuth(request: Request, address?: string): Promise<Response>;
  readonly people: People;
  /** Within the limits of sign-in. */
  provePassword(proof: Proof): Promise<Proved>;
  /** The e-mail address of an account; null if there is none. */
  loginOf(accountId: string): Promise<string | null>;
  /** What the account's person calls themselves; null where they have said nothing. */
  nameOf(accountId: string): Promise<string | null>;
}

/** Shorter ones are taken, since installations have them, but not without a word. */
const SAFE_TOKEN_LENGTH = 16;

/** Migrates the sign-in tables and makes the first owner where the settings name one. */
export async function createAccounts(options: AccountsOptions): Promise<Accounts> {
  const { secondFactorRequired = false } = options;
  await migrateSignIn(options);
  if (options.secrets) await sealFactorsAgain(options.db, options.secrets);
  const passkeys = createPasskeys({ ...options, store: options.passkeyStore });
  const signIn = createSignIn({ ...options, passkeys });
  const people = createPeople(signIn);
  if (options.firstOwner && !(await people.ownerCanSignIn())) {
    const { email, password } = options.firstOwner;
    if ((await people.setUpOwner(email, password, 'en')) === null)
      throw new Error(`GOALPOST_ADMIN_EMAIL: ${email} has an account that is not the owner's.`);
  }
  if (options.adminToken !== null && options.adminToken.length < SAFE_TOKEN_LENGTH)
    options.warn(`GOALPOST_ADMIN_TOKEN is short: ${SAFE_TOKEN_LENGTH} random characters are hard to guess.`);
  if (options.adminToken !== null && !(await people.firstOwner())) await people.makeOwnerWithoutPassword();
  const setup = await createSetup(people);
  const limit = createSignInLimit({
    secret: options.secret,
    isSecure: options.publicUrl?.startsWith('https:') ?? false,
    base: basePathOf(options.publicUrl),
    clock: options.clock,
  });
  const tell = (happening: SignInHappening): void => options.onSignIn?.(happening);
  const door = createSignInDoor({
    signIn,
    limit,
    tell,
    isFactorRequired: secondFactorRequired,
  });
  const sso = ssoDoor(options);
  const provePassword = createProvePassword({ signIn, limit, tell });
  const tokens = createTokens(options.tokens, options.clock);
  const isAdminToken = comparison(options.adminToken);
  const byLibrary = async (request: Request, address: string, path: string) =>
    isOpen(request.method, path) ? inApiShape(await door(request, address)) : notOpen(request.method, path);

  return {
    endpoints: [
      ...setupEndpoints(setup),
      ...tokenEndpoints(tokens, options.clock),
      ...profileEndpoints(people),
      ssoEndpoint(options.sso?.name ?? null),
      ...factorEndpoints(people, secondFactorRequired),
      ...sessionEndpoints(people),
      ...passkeyEndpoints({ passkeys, store: options.passkeyStore, provePassword }),
    ],
    setupToken: setup.token,
    callerByToken: async (token) => {
      if (isAdminToken(token)) return asCaller(await people.firstOwner(), 'write');
      const record = await tokens.find(token);
      return record && asCaller(await people.byId(record.accountId), record.scope, record.counters);
    },
    callerBySession: async (headers) => {
      const session = await signIn.api.getSession({ headers }).catch(async (error: unknown) => {
        await options.storeAnswers?.();
        throw error;
      });
      if (!session) return null;
      const { user } = session;
      return {
        accountId: user.id,
        login: user.email,
        scope: 'write',
        sessionId: session.session.id,
        ...(secondFactorRequired &&
          user.twoFactorEnabled !== true &&
          // The provider answers for its people, and a passkey is two factors: a device, and what opens it.
          session.session.way !== 'sso' &&
          session.session.way !== 'passkey' && { lacksSecondFactor: true }),
      };
    },
    async handleAuth(request, address = '') {
      const headers = new Headers(request.headers);
      headers.set(ADDRESS_HEADER, address);
      const asked = new Request(request, { headers });
      const { pathname } = new URL(asked.url);
      const bySso = asked.method === 'GET' && sso ? await sso(asked, address, pathname) : null;
      const response = bySso ?? (await byLibrary(asked, address, pathOf(asked.url)));
      if (response.status >= 500) await options.storeAnswers?.();
      return response;
    },
    people,
    provePassword,
    loginOf: async (accountId) => (await people.byId(accountId))?.login ?? null,
    nameOf: async (accountId) => {
      const person = await people.byId(accountId);
      return person === null || person.name === person.login.split('@')[0] ? null : person.name;
    },
  };
}

function ssoDoor({ sso, onSignIn, publicUrl, ...options }: AccountsOptions) {
  if (!sso || publicUrl === null) return null;
  return createSsoDoor({
    options: { ...options, publicUrl },
    settings: sso,
    tell: (happening) => onSignIn?.(happening),
    onNew: sso.onNew,
  });
}

function asCaller(
  person: Person | null,
  scope: Caller['scope'],
  counters: Caller['counters'] = null,
): Caller | null {
  return person && { accountId: person.id, login: person.login, scope, ...(counters && { counters }) };
}

/** Compares digests, so that the time taken says nothing of the token. */
function comparison(secret: string | null): (given: string) => boolean {
  if (secret === null) return () => false;
  const digest = Buffer.from(sha256(secret));
  return (given) => timingSafeEqual(Buffer.from(sha256(given)), digest);
}
