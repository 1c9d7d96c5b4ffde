/** Signed tokens of links to a site's pages: each for one counter and one purpose, and for an hour. */
import { createHmac, randomBytes } from 'node:crypto';
import { isSameBytes } from '../../kit/secrets/same-bytes.ts';

export const TOKEN_MS = 3_600_000;

export interface TestTokens {
  issue(counterId: number, now: number): { readonly token: string; readonly expiresAt: number };
  /** When it ends, whether that is past or not; null: this server did not give it for this counter. */
  expiryOf(token: string, counterId: number): number | null;
}

/**
 * @param key the server's own secret
 * @param purpose what a token of another purpose is not good for
 */
export function createTestTokens(key: string, purpose = 'test-mode'): TestTokens {
  const markOf = (counterId: number, said: string): Buffer =>
    createHmac('sha256', key).update(`${purpose}:${counterId}:${said}`).digest().subarray(0, 16);
  return {
    issue(counterId, now) {
      const expiresAt = now + TOKEN_MS;
      const said = `${expiresAt.toString(36)}.${randomBytes(9).toString('base64url')}`;
      return { token: `${said}.${markOf(counterId, said).toString('base64url')}`, expiresAt };
    },
    expiryOf(token, counterId) {
      const [expiry = '', random = '', mark = ''] = token.split('.');
      const isOurs = isSameBytes(Buffer.from(mark, 'base64url'), markOf(counterId, `${expiry}.${random}`));
      return isOurs ? Number.parseInt(expiry, 36) : null;
    },
  };
}
