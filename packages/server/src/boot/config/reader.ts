/** Reads the settings from the environment; every wrong one is named in a plain sentence, all at once. */
import { isIP } from 'node:net';
import { resolve } from 'node:path';
import { z } from 'zod';
import { MAX_PASSWORD_LENGTH, MIN_PASSWORD_LENGTH } from '../../accounts/index.ts';
import { NETWORK_LIMITS, type NetworkLimits } from '../../chat/index.ts';
import { parseSender, parseSmtpUrl } from '../../notify/index.ts';
import { readPublicUrl } from '../../kit/base-path/base-path.ts';
import { LOG_LEVELS } from '../log.ts';
import { BACKUP_ENVIRONMENT, backupOf } from './backup.ts';
import { BUCKET_ENVIRONMENT, bucketOf, bucketProblems } from './bucket.ts';
import type { Config } from './config.ts';
import { OIDC_ENVIRONMENT, oidcOf, oidcProblems } from './oidc.ts';
import { SECRETS_ENVIRONMENT, secretsOf } from './secrets.ts';

export type ConfigReading =
  | {
      readonly ok: true;
      readonly config: Config;
      /** Nothing that stops the start, such as a name that is no setting. */
      readonly warnings: readonly string[];
    }
  | { readonly ok: false; readonly problems: readonly string[] };

const ADDRESS = 'must be a host name or an address to listen on, such as 127.0.0.1 or 0.0.0.0';
const PORT = 'must be a port number from 0 to 65535';
const WEB_URL =
  'must be an address such as https://stats.example.com or https://example.com/stats/, with no query, whose path has letters, digits, - and _ alone and no name of our own such as api or chat';
const EMAIL = 'must be an e-mail address';
const PASSWORD = `must have from ${MIN_PASSWORD_LENGTH} to ${MAX_PASSWORD_LENGTH} characters`;
const TOKEN = 'must have no spaces and at most 200 characters';
const PROXIES = 'must be addresses or ranges set apart by commas, such as 127.0.0.1 or 10.0.0.0/8';
const LEVEL = `must be one of ${LOG_LEVELS.join(', ')}`;
const VISITORS = 'must be a number from 1 to 100000000';
const RECENT_HITS = 'must be a number from 1000 to 1000000000';
const CODES = 'must be the code that the refused start has named';
const SMTP =
  'must be an address such as smtp://user:password@mail.example.com:587 or smtps://…, with no path';
const SENDER = 'must be an e-mail address, such as chat@example.com or Shop <chat@example.com>';

const NETWORK = `must be such as ${Object.entries(NETWORK_LIMITS)
  .map((one) => one.join('='))
  .join(',')}, 0 for no bound`;

/** One line a setting. */
const Environment = z.object({
  GOALPOST_HOST: z
    .string()
    .regex(/^[\w.:-]+$/, ADDRESS)
    .default('127.0.0.1'),
  GOALPOST_PORT: z.string().refine(isPort, PORT).transform(Number).default(8090),
  GOALPOST_DATA: z
    .string()
    .transform((path) => resolve(path))
    .default(() => resolve('data')),
  GOALPOST_PUBLIC_URL: z.string().transform(parsed(readPublicUrl, WEB_URL)).nullable().default(null),
  GOALPOST_ADMIN_EMAIL: z
    .email(EMAIL)
    .transform((email) => email.toLowerCase())
    .nullable()
    .default(null),
  GOALPOST_ADMIN_PASSWORD: z
    .string()
    .min(MIN_PASSWORD_LENGTH, PASSWORD)
    .max(MAX_PASSWORD_LENGTH, PASSWORD)
    .nullable()
    .default(null),
  GOALPOST_ADMIN_TOKEN: z
    .string()
    .regex(/^\S{1,200}$/, TOKEN)
    .nullable()
    .default(null),
  GOALPOST_PASSWORD_LINK_FOR: z
    .email(EMAIL)
    .transform((email) => email.toLowerCase())
    .nullable()
    .default(null),
  GOALPOST_TRUST_PROXY: z
    .string()
    .transform(list)
    .refine((all) => all.every(isRange), PROXIES)
    .default([]),
  GOALPOST_CLICKHOUSE_URL: z
    .string()
    .refine(urlOf('http:', 'https:'), 'must be an address such as http://user:password@localhost:8123')
    .nullable()
    .default(null),
  GOALPOST_DATABASE_URL: z
    .string()
    .refine(
      urlOf('postgres:', 'postgresql:'),
      'must be an address such as postgres://user:password@localhost/goalpost',
    )
    .nullable()
    .default(null),
  GOALPOST_QUERY_TOKENS: flag('oauth_token in an address is taken', '1'),
  GOALPOST_LENIENT_HTTP: flag('requests that are not HTTP to the letter are read', '0'),
  GOALPOST_ACCEPT_MISMATCH: z
    .string()
    .transform(list)
    .refine((all) => all.every((one) => /^[0-9a-f]{8}$/.test(one)), CODES)
    .default([]),
  GOALPOST_CHAT_LIMITS: z.string().transform(parsed(parseNetworkLimits, NETWORK)).default(NETWORK_LIMITS),
  GOALPOST_WEBHOOKS_PRIVATE: flag('webhooks may reach private networks', '0'),
  GOALPOST_MAX_OPEN_VISITORS: z.string().refine(isVisitors, VISITORS).transform(Number).default(1_000_000),
  GOALPOST_GEO_DB: z
    .string()
    .transform((path) => resolve(path))
    .nullable()
    .default(null),
  GOALPOST_MAX_RECENT_HITS: z
    .string()
    .refine(isRecentHits, RECENT_HITS)
    .transform(Number)
    .default(10_000_000),
  GOALPOST_SMTP_URL: z.string().transform(parsed(parseSmtpUrl, SMTP)).nullable().default(null),
  GOALPOST_MAIL_FROM: z.string().transform(parsed(parseSender, SENDER)).nullable().default(null),
  GOALPOST_SECOND_FACTOR: z
    .enum(['optional', 'required'], 'must be required (every account needs a second factor) or optional')
    .default('optional'),
  GOALPOST_LOG_LEVEL: z.enum(LOG_LEVELS, LEVEL).default('info'),
  ...BUCKET_ENVIRONMENT,
  ...BACKUP_ENVIRONMENT,
  ...SECRETS_ENVIRONMENT,
  ...OIDC_ENVIRONMENT,
});

const KNOWN = new Set(Object.keys(Environment.shape));
const TOGETHER = [
  ['GOALPOST_ADMIN_EMAIL', 'GOALPOST_ADMIN_PASSWORD'],
  ['GOALPOST_SMTP_URL', 'GOALPOST_MAIL_FROM'],
] as const;

/** An empty variable counts as not set. */
export function readConfig(environment: Readonly<Record<string, string | undefined>>): ConfigReading {
  const given = Object.entries(environment).filter(
    ([name, value]) => name.startsWith('GOALPOST_') && value !== '',
  );
  const result = Environment.safeParse(Object.fromEntries(given.filter(([name]) => KNOWN.has(name))));
  const problems = result.success
    ? []
    : result.error.issues.map((one) => `${one.path.join('.')} ${one.message}.`);
  const warnings = given
    .filter(([name]) => !KNOWN.has(name))
    .map(([name]) => `${name} is no setting; settings are ${[...KNOWN].join(', ')}.`);
  const set = new Set(given.map(([name]) => name));
  for (const [one, other] of TOGETHER)
    if (set.has(one) !== set.has(other)) problems.push(`${one} and ${other} must be set together.`);
  problems.push(...bucketProblems(set), ...oidcProblems(set));
  const bucket = result.success ? bucketOf(result.data) : null;
  if (typeof bucket === 'string') return { ok: false, problems: [...problems, bucket] };
  const backup = result.success ? backupOf(result.data) : '';
  if (typeof backup === 'string')
    return { ok: false, problems: backup === '' ? problems : [...problems, backup] };
  const secretsKeys = result.success ? secretsOf(result.data) : [];
  if (typeof secretsKeys === 'string') return { ok: false, problems: [...problems, secretsKeys] };
  if (!result.success || problems.length > 0) return { ok: false, problems };
  const settings = result.data;
  return {
    ok: true,
    warnings,
    config: {
      host: settings.GOALPOST_HOST,
      port: settings.GOALPOST_PORT,
      dataDir: settings.GOALPOST_DATA,
      publicUrl: settings.GOALPOST_PUBLIC_URL,
      adminEmail: settings.GOALPOST_ADMIN_EMAIL,
      adminPassword: settings.GOALPOST_ADMIN_PASSWORD,
      adminToken: settings.GOALPOST_ADMIN_TOKEN,
      passwordLinkFor: settings.GOALPOST_PASSWORD_LINK_FOR,
      trustProxy: settings.GOALPOST_TRUST_PROXY,
      clickhouseUrl: settings.GOALPOST_CLICKHOUSE_URL,
      databaseUrl: settings.GOALPOST_DATABASE_URL,
      queryTokens: settings.GOALPOST_QUERY_TOKENS,
      lenientHttp: settings.GOALPOST_LENIENT_HTTP,
      acceptMismatch: settings.GOALPOST_ACCEPT_MISMATCH,
      networkLimits: settings.GOALPOST_CHAT_LIMITS,
      webhooksPrivate: settings.GOALPOST_WEBHOOKS_PRIVATE,
      maxOpenVisitors: settings.GOALPOST_MAX_OPEN_VISITORS,
      geoDb: settings.GOALPOST_GEO_DB,
      maxRecentHits: settings.GOALPOST_MAX_RECENT_HITS,
      mail:
        settings.GOALPOST_SMTP_URL === null || settings.GOALPOST_MAIL_FROM === null
          ? null
          : { server: settings.GOALPOST_SMTP_URL, sender: settings.GOALPOST_MAIL_FROM },
      bucket,
      backup,
      secretsKeys,
      oidc: oidcOf(settings),
      secondFactorRequired: settings.GOALPOST_SECOND_FACTOR === 'required',
      logLevel: settings.GOALPOST_LOG_LEVEL,
    },
  };
}

/** What a parser makes of a text; where it makes nothing of it, the message. */
function parsed<T>(parse: (text: string) => T | null, message: string) {
  return (text: string, context: z.RefinementCtx): T => {
    const value = parse(text);
    if (value !== null) return value;
    context.addIssue(message);
    return z.NEVER;
  };
}

function flag(what: string, byDefault: '0' | '1') {
  return z
    .enum(['0', '1'], `must be 1 (${what}) or 0`)
    .default(byDefault)
    .transform((value) => value === '1');
}

/** Those that are not named stay as they are. */
function parseNetworkLimits(text: string): NetworkLimits | null {
  const limits: Record<string, number> = { ...NETWORK_LIMITS };
  for (const one of list(text)) {
    const [, name = '', number = ''] = /^(\w+)=(\d{1,9})$/.exec(one) ?? [];
    if (!Object.hasOwn(limits, name)) return null;
    limits[name] = Number(number);
  }
  return limits as NetworkLimits;
}

function isPort(text: string): boolean {
  return /^\d{1,5}$/.test(text) && Number(text) <= 65_535;
}

function isVisitors(text: string): boolean {
  return /^\d{1,9}$/.test(text) && Number(text) >= 1 && Number(text) <= 100_000_000;
}

function isRecentHits(text: string): boolean {
  return /^\d{4,10}$/.test(text) && Number(text) >= 1_000 && Number(text) <= 1_000_000_000;
}

function urlOf(...protocols: readonly string[]): (text: string) => boolean {
  return (text) => URL.canParse(text) && protocols.includes(new URL(text).protocol);
}

function list(text: string): string[] {
  return text
    .split(',')
    .map((one) => one.trim())
    .filter((one) => one !== '');
}

function isRange(text: string): boolean {
  const [address = '', bits, ...rest] = text.split('/');
  const version = isIP(address);
  if (version === 0 || rest.length > 0) return false;
  return bits === undefined || (/^\d{1,3}$/.test(bits) && Number(bits) <= (version === 4 ? 32 : 128));
}
