/** Signed links to the site that mark the browser which opens them, or unmark it, for a month [P28]. */
import { createHmac } from 'node:crypto';
import type { OwnVisitLink } from '../../collect/index.ts';
import { isSameBytes } from '../../kit/secrets/same-bytes.ts';

export const LINK_MS = 30 * 86_400_000;

export interface OwnVisitLinks {
  issue(
    counterId: number,
    link: OwnVisitLink,
    now: number,
  ): { readonly token: string; readonly expiresAt: number };
  /** Null: not of this server and counter, or over. */
  read(token: string, counterId: number, now: number): OwnVisitLink | null;
}

const TOKEN = /^([01])\.([0-9a-z]{1,12})\.([\w-]{22})$/;

/** @param key the server's own secret */
export function createOwnVisitLinks(key: string): OwnVisitLinks {
  const signed = (counterId: number, said: string): Buffer =>
    createHmac('sha256', key).update(`own visits:${counterId}:${said}`).digest().subarray(0, 16);
  return {
    issue(counterId, link, now) {
      const expiresAt = now + LINK_MS;
      const said = `${link === 'mark' ? 1 : 0}.${expiresAt.toString(36)}`;
      return { token: `${said}.${signed(counterId, said).toString('base64url')}`, expiresAt };
    },
    read(token, counterId, now) {
      const [, kind = '', expiry = '', mark = ''] = TOKEN.exec(token) ?? [];
      const ours = signed(counterId, `${kind}.${expiry}`);
      if (!isSameBytes(Buffer.from(mark, 'base64url'), ours)) return null;
      if (Number.parseInt(expiry, 36) <= now) return null;
      return kind === '1' ? 'mark' : 'unmark';
    },
  };
}
