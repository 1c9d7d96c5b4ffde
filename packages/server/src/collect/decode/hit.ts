/** A journaled hit, decoded: everything that counting needs, in its own words. */
import { MAX_TITLE_LENGTH, MAX_URL_LENGTH } from '@goalpost/contract/wire';
import type { HitRecord } from '../journal-record.ts';
import type { HitKind } from '../rows.ts';
import { withAsciiHost } from './ascii-host.ts';
import { readBrowserInfo } from './browser-info.ts';
import { readClient, type ClientFields } from './client.ts';
import { readForm } from './form.ts';
import { readHitTime } from './hit-time.ts';
import { engagementUrl, identifierOf, kindOf, pageOf, type PageOfHit } from './kind.ts';
import type { GivenPrice } from './price/price.ts';
import { readSiteInfo } from './site-info.ts';
import { sizesOf } from './sizes.ts';
import { tryOutTokenOf, withoutTryOutToken } from '../try-out/token-in-address.ts';
import { cutText } from './text.ts';
import { readVisitor } from './visitor.ts';

export interface Hit {
  readonly counterId: number;
  /** Decimal UInt64 [W13]. */
  readonly visitor: string;
  /** Milliseconds since the epoch. */
  readonly arrivedAt: number;
  /** Where it stands [V10], milliseconds since the epoch. */
  readonly at: number;
  /** See `HitTime.second`. */
  readonly second: number;
  readonly kind: HitKind;
  readonly identifier: string;
  readonly url: string;
  readonly referrer: string;
  /** The page that the visitor was on. */
  readonly page: string;
  /** Where a visit that it opens begins, and what that page was come to from [V9]. */
  readonly entry: string;
  readonly cameFrom: string;
  /** The same before they are cut, since tags that tell the source may stand at the end [W26]. */
  readonly landing: { readonly url: string; readonly referrer: string };
  readonly title: string;
  readonly notBounce: boolean;
  readonly params: string;
  readonly userParams: string;
  readonly userId: string;
  /** A vendor's id of the conversation that it tells of; empty: none. */
  readonly thread: string;
  readonly ecommerce: string;
  /** What the tag read of prices on the page; see `SiteInfo`. */
  readonly pagePrices: string;
  readonly price: GivenPrice;
  /** What tells it from all other hits [V12]; empty where the hit carries no `rn`. */
  readonly dedupeKey: string;
  /** Reported by the server itself for the visitor, not by a page. */
  readonly isServerEvent: boolean;
  readonly agent: string;
  readonly robot: boolean;
  readonly country: string;
  readonly language: string;
  readonly screenWidth: number;
  readonly screenHeight: number;
  readonly client: ClientFields;
  readonly pageView: number;
  /** By which its browser came to try goals out [G66]; empty: it did not. */
  readonly tryOutToken: string;
  /** `site-info` was dropped: the note `params` [W10]. */
  readonly paramsDropped: boolean;
  /** An address was cut: the note `url_cut` [W10]. */
  readonly urlCut: boolean;
}

const LANGUAGE = /^[A-Za-z]{2,3}(?:[-_][A-Za-z0-9]{1,8}){0,3}$/;
const COUNTRY = /^[A-Z]{2}$/;
const MAX_UINT32 = 4_294_967_295;

/** The wire's number, unless the counter takes none from browsers [P24]; else the one given at the door. */
function visitorOf(record: HitRecord, sent: string): string {
  const named = record.n === 1 ? '' : readVisitor(sent);
  return named || readVisitor(record.v) || '0';
}

/** Never throws, whatever the request held. */
export function decodeHit(record: HitRecord): Hit {
  const form = readForm(record.q, record.b);
  const info = readBrowserInfo(form.browserInfo ?? '');
  const site = readSiteInfo(form.siteInfo);
  const rawUrl = form.pageUrl || (record.r ?? '');
  const sentUrl = withAsciiHost(withoutTryOutToken(rawUrl));
  const sentReferrer = withAsciiHost(withoutTryOutToken(form.pageRef ?? ''));
  const ownUrl = cutText(sentUrl, MAX_URL_LENGTH);
  const referrer = cutText(sentReferrer, MAX_URL_LENGTH);
  const kind = kindOf(ownUrl, info, { sentUrl: form.pageUrl ?? '', noHit: form.noHit });
  const url = kind === 'engagement' ? cutText(engagementUrl(referrer, info), MAX_URL_LENGTH) : ownUrl;
  const landing = landingOf(record, pageOf(kind, sentUrl, sentReferrer));
  const visitor = visitorOf(record, info.visitor);
  const [screenWidth, screenHeight] = sizesOf(info.screen);
  const { at, second } = readHitTime(info, record.t);
  return {
    counterId: record.c,
    visitor,
    arrivedAt: record.t,
    at,
    second,
    kind,
    identifier: kind === 'event' ? identifierOf(url) : '',
    url,
    referrer,
    page: pageOf(kind, url, referrer).page,
    entry: cutText(landing.page, MAX_URL_LENGTH),
    cameFrom: cutText(landing.cameFrom, MAX_URL_LENGTH),
    landing: { url: landing.page, referrer: landing.cameFrom },
    title: cutText(info.title, MAX_TITLE_LENGTH),
    notBounce: info.notBounce,
    params: site.params,
    userParams: site.userParams,
    userId: site.userId,
    thread: site.thread,
    ecommerce: site.ecommerce,
    pagePrices: site.pagePrices,
    price: site.price,
    isServerEvent: record.p !== undefined,
    dedupeKey: info.rn === '' ? '' : `${record.c}:${visitor}:${info.hid}:${info.rn}:${info.rqn}`,
    agent: record.a,
    robot: record.x === 1,
    country: record.g !== undefined && COUNTRY.test(record.g) ? record.g : '',
    language: LANGUAGE.test(info.language) ? info.language : '',
    screenWidth,
    screenHeight,
    client: readClient(info, record, form.browserInfo !== undefined),
    pageView: pageViewOf(info.hid),
    paramsDropped: site.dropped,
    tryOutToken: tryOutTokenOf(rawUrl),
    urlCut: sentUrl.length > MAX_URL_LENGTH || sentReferrer.length > MAX_URL_LENGTH,
  };
}

/** Of an event that the server reports, it knows; else the hit itself is all there is [V9]. */
function landingOf({ p }: HitRecord, said: PageOfHit): PageOfHit {
  return p === undefined ? said : { page: p[0], cameFrom: p[1] };
}

/** The page view that a hit belongs to, as its page numbers it; 0: not said. */
function pageViewOf(hid: string): number {
  return /^\d{1,10}$/.test(hid) && Number(hid) <= MAX_UINT32 ? Number(hid) : 0;
}
