/** Challenges of passkeys: signed, so that none is kept before it is answered; each is good for one answer. */
import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import { LRUCache } from 'lru-cache';
import type { Clock } from '../../kit/clock.ts';

export interface Challenges {
  /** @param purpose what it may be answered for, such as `sign-in` or an account that registers one */
  make(purpose: string): Uint8Array<ArrayBuffer>;
  /** @param challenge base64url @returns whether it is ours, of this purpose, not over and not used before */
  use(challenge: string, purpose: string): boolean;
}

export const CHALLENGE_LIVES_MS = 5 * 60_000;
const TIME_BYTES = 8;
const RANDOM_BYTES = 16;
const HEAD_BYTES = TIME_BYTES + RANDOM_BYTES;
const MOST_USED = 20_000;

export function createChallenges(secret: string, clock: Clock): Challenges {
  const used = new LRUCache<string, true>({ max: MOST_USED, ttl: CHALLENGE_LIVES_MS });
  const signature = (head: Uint8Array, purpose: string): Buffer =>
    createHmac('sha256', secret).update(`passkey ${purpose} `).update(head).digest();

  return {
    make(purpose) {
      const head = Buffer.alloc(HEAD_BYTES);
      head.writeBigUInt64BE(BigInt(clock.now() + CHALLENGE_LIVES_MS));
      randomBytes(RANDOM_BYTES).copy(head, TIME_BYTES);
      return Uint8Array.from([...head, ...signature(head, purpose)]);
    },
    use(challenge, purpose) {
      const bytes = Buffer.from(challenge, 'base64url');
      const head = bytes.subarray(0, HEAD_BYTES);
      const wanted = signature(head, purpose);
      const given = bytes.subarray(HEAD_BYTES);
      if (given.length !== wanted.length || !timingSafeEqual(given, wanted)) return false;
      if (Number(head.readBigUInt64BE()) < clock.now()) return false;
      const key = head.toString('base64url');
      if (used.has(key)) return false;
      used.set(key, true);
      return true;
    },
  };
}
