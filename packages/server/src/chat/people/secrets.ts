/**
 * The secret that proves who a visitor's chat belongs to [C4]. It is 256 random bits, and a mark by which the server
 * knows its own, so that a visitor who only looks needs no row in the store. Only its SHA-256 is ever kept.
 */
import { createHash, createHmac, randomBytes } from 'node:crypto';
import { isSameBytes } from '../../kit/secrets/same-bytes.ts';

export interface Secrets {
  /** For one counter; text that a browser can keep. */
  issue(counterId: number): string;
  /** Whether this server gave it, for this counter. */
  isOurs(counterId: number, secret: string): boolean;
}

const MARK_BYTES = 16;

/** @param key the server's own secret */
export function createSecrets(key: string): Secrets {
  const markOf = (counterId: number, random: string): Buffer =>
    createHmac('sha256', key).update(`chat:${counterId}:${random}`).digest().subarray(0, MARK_BYTES);
  return {
    issue(counterId) {
      const random = randomBytes(32).toString('base64url');
      return `${random}.${markOf(counterId, random).toString('base64url')}`;
    },
    isOurs(counterId, secret) {
      const [random = '', mark = ''] = secret.split('.');
      return isSameBytes(Buffer.from(mark, 'base64url'), markOf(counterId, random));
    },
  };
}

export function secretHash(secret: string): string {
  return createHash('sha256').update(secret).digest('hex');
}

/** The id of the secret's holder; it tells nothing of it. */
export function personIdOf(secret: string): string {
  return createHash('sha256').update(`person:${secret}`).digest('base64url').slice(0, 22);
}
