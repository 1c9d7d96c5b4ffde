/** The visitor's first-party id: unix seconds and nine random digits, for a year, in a cookie and beside it. */
import { VISITOR_COOKIE, VISITOR_IN_COOKIES, VISITOR_SINCE_COOKIE } from '@goalpost/contract/wire';
import { local, now, random, remember } from './browser.ts';
import { guard } from './guard.ts';
import type { Counter, Visitor } from './model.ts';
import { cut } from './values.ts';

/** Whole and valid, or not at all [W28]. */
const idIn = guard((cookies: unknown) => VISITOR_IN_COOKIES.exec(cookies as string)?.[1]);
const inCookies = guard(() => idIn(document.cookie));

/**
 * On the widest domain that takes it: browsers refuse com and co.uk, but no host its own name. One cookie is tried:
 * the page waits for each.
 * @returns a text where it is kept
 */
const writeCookies = guard((id: string): unknown => {
  const { hostname } = location;
  for (let from = hostname.length; from--;) {
    if (`.${hostname}`[from] === '.') {
      const scope = `;path=/;max-age=31536000;domain=${cut(hostname, from)}`;
      document.cookie = `${VISITOR_COOKIE}=${id}${scope}`;
      if (inCookies() === id) return (document.cookie = `${VISITOR_SINCE_COOKIE}=${cut(id, 0, 10)}${scope}`);
    }
  }
  return undefined;
});

/** Found, and kept, when first asked for; empty while the visitor has not agreed. With `nck` in storage only. */
export const visitorOf = (counter: Counter): Partial<Visitor> => {
  if (counter._held) return [];
  if (!counter._visitor) {
    const found = inCookies();
    // In quotes in storage, as the genuine tag reads it: as a bare number it would lose its last digits.
    const id =
      found ??
      idIn(`${VISITOR_COOKIE}=${cut(`${local[VISITOR_COOKIE]}`, 1, -1)}`) ??
      `${(now() / 1000) >>> 0 || random()}${random()}`;
    remember(VISITOR_COOKIE, `"${id}"`);
    counter._visitor = [id, +!!(found || (!counter['nck'] && writeCookies(id)))];
  }
  return counter._visitor;
};
