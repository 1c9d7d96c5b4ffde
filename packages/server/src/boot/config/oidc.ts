/** The settings for signing in by an identity provider (OpenID Connect): all that are needed, or none. */
import { GRANTED_ROLES, type GrantedRole } from '@goalpost/contract/management';
import { z } from 'zod';
import type { SsoSettings } from '../../accounts/index.ts';

const ISSUER =
  'must be the address of an identity provider, such as https://id.example.com/realms/main, over https except on this machine';
const CLIENT = 'must have no spaces and at most 200 characters';
const NAME = 'must have from 1 to 40 characters';
const AUTH = 'must be basic or post, as the client is registered at the identity provider';
const DOMAINS = 'must be domains of e-mail addresses set apart by commas, such as example.com';
const COUNTERS = 'must be numbers of counters set apart by commas, or all';
const ROLE = `must be one of ${GRANTED_ROLES.join(', ')}`;
const TRUST = 'must be 1 (e-mail addresses count that the provider does not call verified) or 0';
const LOCAL: readonly string[] = ['localhost', '127.0.0.1', '[::1]'];

const client = z
  .string()
  .regex(/^\S{1,200}$/, CLIENT)
  .nullable()
  .default(null);

/** One line a setting. */
export const OIDC_ENVIRONMENT = {
  GOALPOST_OIDC_ISSUER: z
    .string()
    .refine(isIssuer, ISSUER)
    .transform((url) => url.replace(/\/+$/, ''))
    .nullable()
    .default(null),
  GOALPOST_OIDC_CLIENT_ID: client,
  GOALPOST_OIDC_CLIENT_SECRET: client,
  GOALPOST_OIDC_CLIENT_AUTH: z.enum(['basic', 'post'], AUTH).default('basic'),
  GOALPOST_OIDC_NAME: z.string().trim().min(1, NAME).max(40, NAME).default('SSO'),
  GOALPOST_OIDC_TRUST_EMAIL: z
    .enum(['0', '1'], TRUST)
    .default('0')
    .transform((value) => value === '1'),
  GOALPOST_OIDC_DOMAINS: z
    .string()
    .transform((text) => words(text).map((one) => one.toLowerCase()))
    .refine((all) => all.every((one) => /^[\p{L}\d-]+(?:\.[\p{L}\d-]+)+$/u.test(one)), DOMAINS)
    .default([]),
  GOALPOST_OIDC_ROLE: z.enum(GRANTED_ROLES, ROLE).default('view'),
  GOALPOST_OIDC_COUNTERS: z
    .string()
    .transform(words)
    .refine((all) => isAll(all) || all.every((one) => /^\d{1,9}$/.test(one)), COUNTERS)
    .transform((all) => (isAll(all) ? ('all' as const) : all.map(Number)))
    .nullable()
    .default(null),
};

const NEEDED = ['GOALPOST_OIDC_ISSUER', 'GOALPOST_OIDC_CLIENT_ID', 'GOALPOST_OIDC_CLIENT_SECRET'];

/** What people get whom the identity provider has brought without an account. */
export interface OidcGrant {
  readonly role: GrantedRole;
  readonly counters: 'all' | readonly number[];
}

/** @param set names of the settings that are given @returns sentences */
export function oidcProblems(set: ReadonlySet<string>): string[] {
  const [given] = Object.keys(OIDC_ENVIRONMENT).filter((name) => set.has(name));
  if (given === undefined) return [];
  const absent = [...NEEDED, 'GOALPOST_PUBLIC_URL'].filter((name) => !set.has(name));
  const problems = absent.map((name) => `${name} must be set too, as ${given} is.`);
  for (const name of ['GOALPOST_OIDC_ROLE', 'GOALPOST_OIDC_COUNTERS'])
    if (set.has(name) && !set.has('GOALPOST_OIDC_DOMAINS'))
      problems.push(`${name} is for people of GOALPOST_OIDC_DOMAINS, which must be set too.`);
  if (set.has('GOALPOST_OIDC_DOMAINS') && !set.has('GOALPOST_OIDC_COUNTERS'))
    problems.push(
      'GOALPOST_OIDC_COUNTERS must be set too: which counters people of GOALPOST_OIDC_DOMAINS get.',
    );
  return problems;
}

/** @returns null where there is no identity provider */
export function oidcOf(
  settings: z.infer<z.ZodObject<typeof OIDC_ENVIRONMENT>>,
): (SsoSettings & { readonly grant: OidcGrant | null }) | null {
  const { GOALPOST_OIDC_ISSUER: issuer, GOALPOST_OIDC_CLIENT_ID: clientId } = settings;
  const { GOALPOST_OIDC_CLIENT_SECRET: clientSecret, GOALPOST_OIDC_COUNTERS: counters } = settings;
  if (issuer === null || clientId === null || clientSecret === null) return null;
  return {
    issuer,
    clientId,
    clientSecret,
    clientAuth: settings.GOALPOST_OIDC_CLIENT_AUTH,
    name: settings.GOALPOST_OIDC_NAME,
    trustsEmail: settings.GOALPOST_OIDC_TRUST_EMAIL,
    domains: settings.GOALPOST_OIDC_DOMAINS,
    grant: counters && { role: settings.GOALPOST_OIDC_ROLE, counters },
  };
}

function words(text: string): string[] {
  return text
    .split(',')
    .map((one) => one.trim())
    .filter((one) => one !== '');
}

function isAll(all: readonly string[]): boolean {
  return all.length === 1 && all[0] === 'all';
}

function isIssuer(text: string): boolean {
  if (!URL.canParse(text)) return false;
  const { protocol, hostname, search, hash, username } = new URL(text);
  const isSafe = protocol === 'https:' || (protocol === 'http:' && LOCAL.includes(hostname));
  return isSafe && search === '' && hash === '' && username === '';
}
