/** The visitor's first-party id: the tag's where there is one, else made and kept in the tag's own form. */
import { VISITOR_COOKIE, VISITOR_IN_COOKIES, VISITOR_SINCE_COOKIE } from '@goalpost/contract/wire';
import { chance } from '../../shared/chance.ts';
import { guard } from '../../shared/guard.ts';
import type { Memory } from './memory.ts';

/** Whole and valid, or not at all, as the tag reads it [W28]. */
const idIn = (cookies: unknown): string | undefined => VISITOR_IN_COOKIES.exec(String(cookies))?.[1];
const readCookie = (): string | undefined => guard(() => idIn(document.cookie))();
const readStorage = (): string | undefined =>
  guard(() => idIn(`${VISITOR_COOKIE}=${localStorage.getItem(VISITOR_COOKIE)?.replace(/^"|"$/g, '')}`))();

/**
 * On the widest domain that takes it: browsers refuse com and co.uk, but no host its own name.
 * @param id empty: takes them away, wherever they are
 */
const writeCookies = guard((id: string): void => {
  const levels = location.hostname.split('.');
  for (let from = levels.length + +!id; from-- && readCookie() !== id;) {
    const scope = `;path=/;max-age=${id ? 31_536_000 : 0};domain=${levels.slice(from).join('.')}`;
    document.cookie = `${VISITOR_SINCE_COOKIE}=${id.slice(0, 10)}${scope}`;
    document.cookie = `${VISITOR_COOKIE}=${id}${scope}`;
  }
});

/** @param own null where the tag's may be used; else where the chat's own number is kept, if anywhere [P40] */
export const findVisitorId = (own: Memory | null): string => {
  const known = own ? idIn(`${VISITOR_COOKIE}=${String(own.read('id'))}`) : (readCookie() ?? readStorage());
  if (known) return known;
  // Unix seconds and nine random digits.
  const made = `${Date.now()}`.slice(0, -3) + Math.floor(1e8 + chance() * 9e8);
  if (own) {
    own.write('id', made);
    return made;
  }
  writeCookies(made);
  // In quotes, as the genuine tag reads it: as a bare number it would lose its last digits.
  guard(() => localStorage.setItem(VISITOR_COOKIE, `"${made}"`))();
  return made;
};

/** The visitor does not agree any more [P42]. */
export const forgetVisitorId = (): void => {
  writeCookies('');
  guard(() => localStorage.removeItem(VISITOR_COOKIE))();
};
