/** Which sign-in waits for a code, by the cookie of the sign-in library. Pure. */
import { cookieIn } from '../../kit/cookies.ts';

/** The library draws twenty of letters, digits, `-` and `_`; a signature follows, behind a point. */
const CHALLENGE = /^2fa-[\w-]+/;

/**
 * @param cookies the header; another server of the host may have such a cookie, too, below its own path
 * @param name of the cookie
 * @returns undefined where no sign-in waits
 */
export function challengeIn(cookies: string, name: string): string | undefined {
  return CHALLENGE.exec(cookieIn(cookies, name))?.[0];
}
