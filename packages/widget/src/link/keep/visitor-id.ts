/** The visitor's first-party id: the tag's where there is one, else made and kept in the tag's own form. */
import { VISITOR_COOKIE, VISITOR_IN_COOKIES, VISITOR_SINCE_COOKIE } from '@goalpost/contract/wire';
import { chance } from '../../shared/chance.ts';
import { guard } from '../../shared/guard.ts';

/** Whole and valid, or not at all, as the tag reads it [W28]. */
const idIn = (cookies: unknown): string | undefined => VISITOR_IN_COOKIES.exec(String(cookies))?.[1];
const readCookie = (): string | undefined => guard(() => idIn(document.cookie))();
const readStorage = (): string | undefined =>
  guard(() => idIn(`${VISITOR_COOKIE}=${localStorage.getItem(VISITOR_COOKIE)?.replace(/^"|"$/g, '')}`))();

/** On the widest domain that takes it: browsers refuse com and co.uk, but no host its own name. */
const writeCookies = guard((id: string): void => {
  const levels = location.hostname.split('.');
  for (let from = levels.length; from-- && readCookie() !== id;) {
    const scope = `;path=/;max-age=31536000;domain=${levels.slice(from).join('.')}`;
    document.cookie = `${VISITOR_SINCE_COOKIE}=${id.slice(0, 10)}${scope}`;
    document.cookie = `${VISITOR_COOKIE}=${id}${scope}`;
  }
});

export const findVisitorId = (): string => {
  const known = readCookie() ?? readStorage();
  if (known) return known;
  // Unix seconds and nine random digits.
  const made = `${Date.now()}`.slice(0, -3) + Math.floor(1e8 + chance() * 9e8);
  writeCookies(made);
  // In quotes, as the genuine tag reads it: as a bare number it would lose its last digits.
  guard(() => localStorage.setItem(VISITOR_COOKIE, `"${made}"`))();
  return made;
};
