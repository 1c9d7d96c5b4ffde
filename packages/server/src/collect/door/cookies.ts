/** The first-party cookies, where the server stands on the site's own domain [W13, W14]. */
import { isIP } from 'node:net';
import { VISITOR_COOKIE, VISITOR_IN_COOKIES, VISITOR_SINCE_COOKIE } from '@goalpost/contract/wire';
import type { RequestHead } from './request-head.ts';

export interface FirstPartyCookies {
  /** Decimal UInt64; null if there is none. */
  readonly visitor: string | null;
  /** `Set-Cookie` values that make both last a year more. */
  readonly renewals: readonly string[];
}

const NO_COOKIES: FirstPartyCookies = { visitor: null, renewals: [] };

const YEAR_SECONDS = 31_536_000;
/** The second of the id's making, as the tag writes it; of several the first that is one [W28]. */
const SINCE = /(?:^|; *)_ym_d=([1-9]\d{0,18})(?:;|$)/;

export function firstPartyCookies(head: RequestHead): FirstPartyCookies {
  if (head.cookie === '' || !head.cookie.includes(VISITOR_COOKIE)) return NO_COOKIES;
  const page = hostname(head.origin || head.referer);
  const server = hostname(`//${head.host}`);
  const domain = page === '' ? '' : commonDomain(page, server);
  if (head.fetchSite === 'cross-site' || domain === null) return NO_COOKIES;
  const visitor = VISITOR_IN_COOKIES.exec(head.cookie)?.[1];
  if (visitor === undefined) return NO_COOKIES;
  // What is no number is written again: the id begins with the second of its making.
  const since = SINCE.exec(head.cookie)?.[1] ?? visitor.slice(0, 10);
  const where = domain === '' ? '' : `; Domain=${domain}`;
  const secure = head.origin.startsWith('https:') || head.referer.startsWith('https:') ? '; Secure' : '';
  const how = `; Path=/${where}; Max-Age=${YEAR_SECONDS}; SameSite=Lax${secure}`;
  return {
    visitor,
    renewals: [`${VISITOR_COOKIE}=${visitor}${how}`, `${VISITOR_SINCE_COOKIE}=${since}${how}`],
  };
}

/**
 * The widest domain that both hosts are of and that takes cookies: the tag sets them there, and they are to be
 * replaced, not doubled. Empty where the cookie is the host's own; null where the two have nothing in common.
 */
function commonDomain(page: string, server: string): string | null {
  if (page === server && (isIP(page) !== 0 || !page.includes('.'))) return '';
  if (isIP(page) !== 0 || isIP(server) !== 0) return null;
  const ours = server.split('.').toReversed();
  const theirs = page.split('.').toReversed();
  let same = 0;
  while (same < ours.length && same < theirs.length && ours[same] === theirs[same]) same++;
  if (same < 2) return null;
  // `co.uk` takes no cookies. A wrong guess doubles a cookie with the same value in both.
  const levels = same > 2 && LIKE_CO_UK.test(`${ours[1]}.${ours[0]}`) ? 3 : 2;
  return ours.slice(0, levels).toReversed().join('.');
}

const LIKE_CO_UK = /^[a-z]{1,3}\.[a-z]{2}$/;

function hostname(address: string): string {
  const authority = /^(?:[a-z]+:)?\/\/(?:[^/?#@]*@)?(\[[^\]]*\]|[a-z0-9.-]+)/i.exec(address)?.[1] ?? '';
  return authority.replace(/^\[|\]$/g, '').toLowerCase();
}
