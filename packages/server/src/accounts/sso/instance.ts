/** The sign-in library with the identity provider, apart from the main one: a provider that is away stalls nothing. */
import { betterAuth } from 'better-auth';
import { genericOAuth } from 'better-auth/plugins/generic-oauth';
import { libraryOptions, type SignInOptions } from '../sign-in.ts';
import type { SsoSettings } from './settings.ts';

export const PROVIDER = 'oidc';
/** Where the provider sends people back to. */
export const BACK = `/api/auth/callback/${PROVIDER}`;
const DISCOVERY = '/.well-known/openid-configuration';
const PATIENCE_MS = 10_000;

export interface SsoPerson {
  readonly id: string;
  readonly login: string;
}

/** @returns a sentence that names the setting, where the provider cannot be used; null where it can */
export async function providerFault({ issuer }: SsoSettings): Promise<string | null> {
  const url = issuer + DISCOVERY;
  const because = (why: string) => `GOALPOST_OIDC_ISSUER: ${url} ${why}.`;
  try {
    const answer = await fetch(url, { signal: AbortSignal.timeout(PATIENCE_MS) });
    if (!answer.ok) return because(`answers ${answer.status}`);
    const told = (await answer.json().catch(() => null)) as { issuer?: unknown } | null;
    if (typeof told?.issuer !== 'string') return because('is no document of an identity provider');
    return told.issuer.replace(/\/+$/, '') === issuer
      ? null
      : because(`names another issuer: ${told.issuer}`);
  } catch (error) {
    const { cause, message } = error as Error & { cause?: { message?: string } };
    return because(`does not answer: ${cause?.message ?? message}`);
  }
}

/** @param onNew hears of a person who had no account */
export function createSsoInstance(
  options: SignInOptions & { readonly publicUrl: string },
  sso: SsoSettings,
  onNew: (person: SsoPerson) => Promise<void>,
) {
  const main = libraryOptions(options);
  const isOurs = (email: string) => sso.domains.includes(email.split('@').at(-1)?.toLowerCase() ?? '');
  return betterAuth({
    ...main,
    plugins: [
      genericOAuth({
        config: [
          {
            providerId: PROVIDER,
            discoveryUrl: sso.issuer + DISCOVERY,
            clientId: sso.clientId,
            clientSecret: sso.clientSecret,
            // The library knows the origin alone.
            redirectURI: options.publicUrl + BACK,
            tokenEndpointAuth: { method: `client_secret_${sso.clientAuth}` },
            scopes: ['openid', 'email', 'profile'],
            requireIdTokenVerification: true,
            mapProfileToUser: (profile) => {
              const { name, email, locale } = profile as Readonly<Record<string, unknown>>;
              const called = typeof name === 'string' ? name.trim().slice(0, 255) : '';
              return {
                name: called === '' ? String(email).split('@')[0] : called,
                image: undefined,
                ...(typeof locale === 'string' && locale.startsWith('ru') && { language: 'ru' }),
              };
            },
          },
        ],
      }),
    ],
    user: {
      ...main.user,
      validateUserInfo: ({ user, source }) => {
        // Who is known by the provider's own number for them needs no address.
        if (source.action === 'sign-in') return undefined;
        if (user.emailVerified !== true && !sso.trustsEmail) return { error: 'unverified' };
        if (source.action === 'create-user' && !isOurs(user.email ?? '')) return { error: 'unknown' };
        return undefined;
      },
    },
    account: {
      ...main.account,
      updateAccountOnSignIn: false,
      accountLinking: { trustedProviders: [PROVIDER], requireLocalEmailVerified: false },
    },
    databaseHooks: {
      // The provider's tokens are of no use afterwards, and are secrets.
      account: {
        create: {
          before: async (account) => ({
            data: { ...account, accessToken: null, refreshToken: null, idToken: null },
          }),
        },
      },
      session: { create: { before: async (session) => ({ data: { ...session, way: 'sso' } }) } },
      user: { create: { after: ({ id, email }) => onNew({ id, login: email }) } },
    },
  });
}
export type SsoInstance = ReturnType<typeof createSsoInstance>;
