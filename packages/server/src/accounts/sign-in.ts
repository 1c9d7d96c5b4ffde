/** Sets up the sign-in library: e-mail and password, sessions, no sign-up by strangers. */
import { betterAuth, type BetterAuthOptions } from 'better-auth';
import { getMigrations } from 'better-auth/db/migration';
import { basePathOf, cookiePrefixOf } from '../kit/base-path/base-path.ts';
import { createLogLimit } from '../kit/limits/log-limit.ts';
import { createSecrets, type Secrets } from '../kit/secrets/secrets.ts';
import { MAX_PASSWORD_LENGTH, MIN_PASSWORD_LENGTH } from './password.ts';
import type { Passkeys } from './passkeys/passkeys.ts';
import { passkeyPlugin } from './passkeys/plugin.ts';
import { secondFactor } from './second-factor/plugin.ts';

export const LANGUAGES = ['en', 'ru'] as const;
export type Language = (typeof LANGUAGES)[number];

type KyselyDatabase = Extract<NonNullable<BetterAuthOptions['database']>, { db: unknown }>;

export interface SignInOptions {
  /** The records store's connection, a Kysely; the library keeps its tables beside ours. */
  readonly db: KyselyDatabase['db'];
  readonly dialect: 'sqlite' | 'postgres';
  readonly secret: string;
  /** Seals second factors in the records; none: the library's encryption alone. */
  readonly secrets?: Secrets;
  readonly publicUrl: string | null;
  /** Who comes by a passkey; none: no passkey signs in. */
  readonly passkeys?: Pick<Passkeys, 'answer'>;
  /** Messages of the library that the operator should see. */
  readonly warn: (message: string) => void;
}

const HOUR = 3_600;
const DAY = 24 * HOUR;
/** Set by us for each request, so that no caller can. */
export const ADDRESS_HEADER = 'x-goalpost-address';
/** With address and account, which the library leaves out. */
const TOLD_BY_US: readonly string[] = ['User not found', 'Password not found', 'Invalid password'];

const NO_PASSKEYS: Pick<Passkeys, 'answer'> = { answer: async () => null };

export function libraryOptions(options: SignInOptions) {
  // Strangers choose what the library warns of, and how often [A81].
  const limited = createLogLimit();
  const warn = (message: string): void =>
    limited((held) =>
      options.warn(`The sign-in library: ${message}${held > 0 ? ` (and ${held} more)` : ''}`),
    );
  const base = basePathOf(options.publicUrl);
  return {
    appName: 'Goalpost',
    database: { db: options.db, type: options.dialect, transaction: true },
    secret: options.secret,
    // No link is ever made from it: the origin of each request is checked at the HTTP edge.
    baseURL: new URL(options.publicUrl ?? 'http://localhost').origin,
    trustedOrigins: (request?: Request) => [request?.headers.get('origin')],
    emailAndPassword: {
      enabled: true,
      disableSignUp: true,
      minPasswordLength: MIN_PASSWORD_LENGTH,
      maxPasswordLength: MAX_PASSWORD_LENGTH,
      revokeSessionsOnPasswordReset: true,
    },
    // `updateAge` is how exactly "last seen" is known [A49].
    session: {
      modelName: 'auth_session',
      expiresIn: 30 * DAY,
      updateAge: HOUR,
      additionalFields: { way: { type: ['password', 'sso', 'passkey'], required: false, input: false } },
    },
    user: {
      modelName: 'auth_user',
      additionalFields: { language: { type: [...LANGUAGES], required: false, defaultValue: 'en' } },
    },
    account: { modelName: 'auth_account' },
    verification: { modelName: 'auth_verification' },
    plugins: [
      secondFactor({ secret: options.secret, secrets: options.secrets ?? createSecrets([]) }),
      passkeyPlugin(options.passkeys ?? NO_PASSKEYS),
    ],
    advanced: {
      cookiePrefix: cookiePrefixOf(base),
      // Two servers below one host would sign people out of each other.
      defaultCookieAttributes: { path: base === '' ? '/' : base },
      useSecureCookies: options.publicUrl?.startsWith('https:') ?? false,
      ipAddress: { ipAddressHeaders: [ADDRESS_HEADER] },
    },
    rateLimit: { enabled: false },
    telemetry: { enabled: false },
    logger: {
      level: 'warn',
      log: (_level: string, message: string) => {
        if (!TOLD_BY_US.includes(message)) warn(message);
      },
    },
    // The library answers its own refusals; other faults reach our edge, instead of its console.
    onAPIError: { throw: true },
  } satisfies BetterAuthOptions;
}

/** Brings the library's tables up to date, all or none. Safe to run again. */
export function migrateSignIn(options: SignInOptions): Promise<void> {
  return options.db.transaction().execute(async (db: SignInOptions['db']) => {
    const { runMigrations } = await getMigrations(libraryOptions({ ...options, db }));
    await runMigrations();
  });
}

export function createSignIn(options: SignInOptions) {
  return betterAuth(libraryOptions(options));
}
export type SignIn = ReturnType<typeof createSignIn>;
