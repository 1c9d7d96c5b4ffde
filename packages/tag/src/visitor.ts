/** The visitor's first-party id: unix seconds and nine random digits, for a year, in a cookie and beside it. */
import { VISITOR_COOKIE, VISITOR_SINCE_COOKIE } from '@goalpost/contract/wire';
import { guard } from './guard.ts';
import { random } from './random.ts';
import { local, remember } from './storage.ts';

export type Visitor = readonly [id: string, hasCookie: unknown];

const idIn = (text: unknown): string | undefined => /\d{10,19}/.exec(text as string)?.[0];

const readCookie = guard(() => idIn(document.cookie.split(`${VISITOR_COOKIE}=`)[1]));

/** On the widest domain that takes it: browsers refuse com and co.uk, but no host its own name. */
const writeCookies = guard((id: string): void => {
  const levels = location.hostname.split('.');
  for (let from = levels.length; from-- && !readCookie();) {
    const scope = `;path=/;max-age=31536000;domain=${levels.slice(from).join('.')}`;
    document.cookie = `${VISITOR_SINCE_COOKIE}=${id.slice(0, 10)}${scope}`;
    document.cookie = `${VISITOR_COOKIE}=${id}${scope}`;
  }
});

/** @param noCookie keep the id in localStorage only */
export const findVisitor = (noCookie: unknown): Visitor => {
  const id = readCookie() ?? idIn(local[VISITOR_COOKIE]) ?? `${Date.now()}`.slice(0, -3) + random();
  if (!noCookie) writeCookies(id);
  // In quotes, as the genuine tag reads it: as a bare number it would lose its last digits.
  remember(VISITOR_COOKIE, `"${id}"`);
  return [id, readCookie()];
};
