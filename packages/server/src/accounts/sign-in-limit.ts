/**
 * How often a password may be tried for one account [A14, A15]. Strangers share one count for each account. A device
 * or a network that has signed in to it has a count of its own, so strangers cannot lock its owner out.
 */
import { createHmac, randomBytes } from 'node:crypto';
import { LRUCache } from 'lru-cache';
import type { Clock } from '../kit/clock.ts';
import { cookieIn } from '../kit/cookies.ts';
import { networkOf } from '../kit/limits/network.ts';
import { createSlidingLimit } from '../kit/limits/rate-limit.ts';
import { isSameBytes } from '../kit/secrets/same-bytes.ts';

export const TRIES = 10;
export const TRIES_MS = 15 * 60_000;
const MAX_NETWORKS = 20_000;
const DEVICE_SECONDS = 400 * 86_400;

export interface Try {
  /** In lower case. */
  readonly login: string;
  readonly address: string;
  /** The request's `cookie` header; empty: none. */
  readonly cookies: string;
}

export interface SignInLimit {
  /** Counts one. @returns null where it is too many, else what to call when the password was right, or not looked at */
  take(attempt: Try): { giveBack(): void } | null;
  /** The password was right. @returns value of `set-cookie` by which the device is known */
  known(attempt: Try): string;
}

interface Options {
  readonly secret: string;
  readonly isSecure: boolean;
  /** Path of the server's addresses; empty: the root. */
  readonly base?: string;
  readonly clock: Clock;
}

export function createSignInLimit({ secret, isSecure, base = '', clock }: Options): SignInLimit {
  const take = createSlidingLimit(TRIES, TRIES_MS, clock);
  const networks = new LRUCache<string, true>({ max: MAX_NETWORKS });

  const digest = (text: string): Buffer => createHmac('sha256', secret).update(text).digest();
  const nameOf = (login: string): string =>
    `goalpost.device-${digest(`device name ${login}`).toString('hex').slice(0, 12)}`;
  const proofOf = (login: string, id: string): string =>
    digest(`device ${login} ${id}`).toString('base64url');

  function deviceOf({ login, cookies }: Try): string | null {
    const [id = '', proof = ''] = cookieIn(cookies, nameOf(login)).split('.');
    return isSameBytes(Buffer.from(proof), Buffer.from(proofOf(login, id))) ? id : null;
  }

  function keyOf(attempt: Try): string {
    const device = deviceOf(attempt);
    if (device !== null) return `device ${device}`;
    const place = `${attempt.login} ${networkOf(attempt.address)}`;
    return networks.has(place) ? `network ${place}` : `account ${attempt.login}`;
  }

  return {
    take: (attempt) => take(keyOf(attempt)),
    known(attempt) {
      const { login, address } = attempt;
      networks.set(`${login} ${networkOf(address)}`, true);
      const id = deviceOf(attempt) ?? randomBytes(16).toString('base64url');
      const attributes = `Path=${base}/api/auth; Max-Age=${DEVICE_SECONDS}; HttpOnly; SameSite=Lax`;
      return `${nameOf(login)}=${id}.${proofOf(login, id)}; ${attributes}${isSecure ? '; Secure' : ''}`;
    },
  };
}
