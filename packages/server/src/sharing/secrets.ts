/** Tokens, passwords and keys of shared links: none of them can be read back from what is kept [A31]. */
import { createHmac, randomBytes, scrypt } from 'node:crypto';
import { promisify } from 'node:util';
import { sha256 } from '../accounts/index.ts';
import { isSameBytes } from '../kit/secrets/same-bytes.ts';
import type { ShareRecord } from './port.ts';

const derive = promisify(scrypt) as (password: string, salt: Buffer, bytes: number) => Promise<Buffer>;
const BYTES = 32;
const KEY_MS = 12 * 3_600_000;

export function newToken(): { readonly token: string; readonly hash: string } {
  const token = randomBytes(32).toString('base64url');
  return { token, hash: hashOf(token) };
}

export const hashOf = sha256;

export async function hashPassword(password: string): Promise<string> {
  const salt = randomBytes(16);
  return `${salt.toString('base64url')}.${(await derive(password, salt, BYTES)).toString('base64url')}`;
}

export async function isPassword(password: string, kept: string): Promise<boolean> {
  const [salt = '', hash = ''] = kept.split('.');
  return isSameBytes(
    Buffer.from(hash, 'base64url'),
    await derive(password, Buffer.from(salt, 'base64url'), BYTES),
  );
}

/** What proves for some hours that the password was given. Another password, or another link, has other keys. */
export function createKeys(secret: string) {
  const proof = ({ id, passwordHash }: ShareRecord, until: string): Buffer =>
    createHmac('sha256', secret).update(`share ${id} ${passwordHash} ${until}`).digest();
  return {
    make(share: ShareRecord, now: number): string {
      const until = String(now + KEY_MS);
      return `${until}.${proof(share, until).toString('base64url')}`;
    },
    opens(share: ShareRecord, key: string, now: number): boolean {
      const [until = '', given = ''] = key.split('.');
      return Number(until) > now && isSameBytes(Buffer.from(given, 'base64url'), proof(share, until));
    },
  };
}
