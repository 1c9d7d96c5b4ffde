/** What kind of hit it is [W4], and the page it was made on. */
import {
  BUTTON_SCHEME,
  CONTACT_SCHEME,
  ENGAGEMENT_SCHEME,
  FORM_SCHEME,
  GOAL_SCHEME,
} from '@goalpost/contract/wire';
import type { HitKind } from '../rows.ts';
import type { BrowserInfo } from './browser-info.ts';
import { decodePercent } from './percent.ts';

const EVENT_ADDRESS = `${GOAL_SCHEME}//`;
const FORM_ADDRESS = `${FORM_SCHEME}//`;
const BUTTON_ADDRESS = `${BUTTON_SCHEME}//`;
const CONTACT_ADDRESS = `${CONTACT_SCHEME}//`;

const WEB_ADDRESS = /^https?:\/\//i;

export interface SentKind {
  /** `page-url` itself; empty: none was sent. */
  readonly sentUrl: string;
  /** The request only fetches settings (`defer`): its page view is not to be counted. */
  readonly noHit: boolean;
}

export function kindOf(url: string, info: BrowserInfo, { sentUrl, noHit }: SentKind): HitKind {
  if (info.engagement) return 'engagement';
  if (url.startsWith(EVENT_ADDRESS)) return 'event';
  if (url.startsWith(FORM_ADDRESS)) return 'form';
  if (url.startsWith(BUTTON_ADDRESS)) return 'button';
  if (url.startsWith(CONTACT_ADDRESS)) return 'contact';
  if (info.download) return 'download';
  if (info.link) return 'link';
  if (info.view) return noHit ? 'other' : 'view';
  if (info.params) return 'params';
  if (info.notBounce) return 'notbounce';
  if (noHit || (info.artificial && !WEB_ADDRESS.test(sentUrl))) return 'other';
  return 'view';
}

/** Of an event's address: what follows the host's `/`, percent-decoded once [G4]. */
export function identifierOf(url: string): string {
  const slash = url.indexOf('/', EVENT_ADDRESS.length);
  return slash === -1 ? '' : decodePercent(url.slice(slash + 1));
}

/** Of these kinds `page-url` is what was done, and `page-ref` the page it was done on. */
const DONE_ON_REFERRER: ReadonlySet<HitKind> = new Set([
  'event',
  'form',
  'button',
  'contact',
  'engagement',
  'link',
  'download',
]);

export interface PageOfHit {
  /** The page that the visitor was on. */
  readonly page: string;
  /** What that page was come to from; empty: not said. */
  readonly cameFrom: string;
}

/** What was done on a page says which one, and not what led there [V9, V21]. */
export function pageOf(kind: HitKind, url: string, referrer: string): PageOfHit {
  return DONE_ON_REFERRER.has(kind) ? { page: referrer, cameFrom: '' } : { page: url, cameFrom: referrer };
}

/** Engagement has no address of its own: it gets one that says what its keys do, as other deeds have. */
export function engagementUrl(page: string, { active, scrolled }: BrowserInfo): string {
  const host = /^https?:\/\/([^/?#]*)/i.exec(page)?.[1] ?? '';
  return `${ENGAGEMENT_SCHEME}//${host}/?at=${plainCount(active)}&sd=${plainCount(scrolled)}`;
}

const plainCount = (text: string): string => /^\d{1,6}/.exec(text)?.[0] ?? '0';
