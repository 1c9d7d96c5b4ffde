/** The cookie that keeps an opened link open [M146]: it is for this link alone, and no script reads it. */
import { cookieIn } from '../kit/cookies.ts';
import type { ShareRecord } from './port.ts';

const SECONDS = 12 * 3_600;
/** Browsers bring it to the doors of shared links alone. */
export const SHARED_DOORS = '/api/v1/shared';

const nameOf = ({ id }: Pick<ShareRecord, 'id'>): string => `gp_share_${id}`;

/**
 * Pages of other sites do not bring it: in a frame the password is asked for each time.
 * @param doors whole address of the doors of shared links
 */
export const cookieOf = (share: Pick<ShareRecord, 'id'>, key: string, doors: URL): string =>
  `${nameOf(share)}=${key}; Path=${doors.pathname}; Max-Age=${SECONDS}; HttpOnly; SameSite=Strict${doors.protocol === 'https:' ? '; Secure' : ''}`;

/** @param cookies the header. @returns empty where it has none for the link */
export const keyIn = (cookies: string, share: Pick<ShareRecord, 'id'>): string =>
  cookieIn(cookies, nameOf(share));
