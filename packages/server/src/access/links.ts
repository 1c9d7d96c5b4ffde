/** One-time links: the secret in them is told once, and only its hash is kept. */
import type { OneTimeLink } from '@goalpost/contract/management';
import { randomBytes } from 'node:crypto';
import { sha256 } from '../accounts/index.ts';
import { toSecond } from './shape.ts';

export const hashOf = sha256;

const HOUR_MS = 3_600_000;

/** How long links work, in milliseconds. */
export const LINK_MS = {
  invitation: 7 * 24 * HOUR_MS,
  /** Handed over by a person. */
  password: 24 * HOUR_MS,
  /** Letters wait until they are read. */
  email: 24 * HOUR_MS,
  /** Strangers can cause these letters. */
  mailedPassword: HOUR_MS,
} as const;

export interface NewSecret {
  readonly secret: string;
  readonly hash: string;
}

export function newSecret(): NewSecret {
  const secret = randomBytes(32).toString('base64url');
  return { secret, hash: hashOf(secret) };
}

export const joinPath = (secret: string): string => `/join?token=${secret}`;
export const emailPath = (secret: string): string => `/new-address?token=${secret}`;
export const passwordPath = (secret: string): string => `/password?token=${secret}`;

export function toLink(url: string, expiresAt: number, mail: OneTimeLink['mail']): OneTimeLink {
  return { url, expires_at: toSecond(expiresAt), mail };
}
