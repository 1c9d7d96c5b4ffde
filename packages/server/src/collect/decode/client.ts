/** What a browser says of its window, screen, clock and abilities, and where its address is. */
import type { HitRecord } from '../journal-record.ts';
import type { BrowserInfo } from './browser-info.ts';
import { sizeOf, sizesOf } from './sizes.ts';
import { cutText } from './text.ts';

/** Empty: not known. */
export type YesNo = '' | 'yes' | 'no';

/** Empty texts and 0: not known. */
export interface ClientFields {
  readonly windowWidth: number;
  readonly windowHeight: number;
  /** Bits a pixel. */
  readonly screenColors: number;
  /** Pixels of the screen to one of the page. */
  readonly pixelRatio: number;
  /** Minutes that its clock is ahead of UTC. */
  readonly zone: number;
  readonly cookies: YesNo;
  readonly javascript: YesNo;
  readonly thirdPartyCookies: YesNo;
  readonly region: string;
  readonly city: string;
}

/** Of a clock whose zone is not known; 0 is a zone. */
export const NO_ZONE = 32_767;

const MAX_ZONE = 18 * 60;
const QUARTER = 15;
const MAX_RATIO = 16;
const MAX_COLORS = 64;
const MAX_PLACE_LENGTH = 100;

export const NO_CLIENT: ClientFields = Object.freeze({
  windowWidth: 0,
  windowHeight: 0,
  screenColors: 0,
  pixelRatio: 0,
  zone: NO_ZONE,
  cookies: '',
  javascript: '',
  thirdPartyCookies: '',
  region: '',
  city: '',
});

export type ClientValues = readonly [
  windowWidth: number,
  windowHeight: number,
  screenColors: number,
  pixelRatio: number,
  zone: number,
  cookies: YesNo,
  javascript: YesNo,
  thirdPartyCookies: YesNo,
  region: string,
  city: string,
];

/** Without the names, for memory. */
export function listed(fields: ClientFields): ClientValues {
  const { windowWidth, windowHeight, screenColors, pixelRatio, zone } = fields;
  const { cookies, javascript, thirdPartyCookies, region, city } = fields;
  return [
    windowWidth,
    windowHeight,
    screenColors,
    pixelRatio,
    zone,
    cookies,
    javascript,
    thirdPartyCookies,
    region,
    city,
  ];
}

export function unlisted(values: ClientValues): ClientFields {
  const [windowWidth, windowHeight, screenColors, pixelRatio, zone, ...rest] = values;
  const [cookies, javascript, thirdPartyCookies, region, city] = rest;
  return {
    windowWidth,
    windowHeight,
    screenColors,
    pixelRatio,
    zone,
    cookies,
    javascript,
    thirdPartyCookies,
    region,
    city,
  };
}

/** Never throws. A hit without any `browser-info` is the pixel's that pages without scripts show [V43]. */
export function readClient(info: BrowserInfo, record: HitRecord, hasInfo: boolean): ClientFields {
  const [windowWidth, windowHeight] = sizesOf(info.window);
  const [region, city] = record.d ?? ['', ''];
  return {
    windowWidth,
    windowHeight,
    screenColors: colorsOf(info.screen),
    pixelRatio: ratioOf(info.pixelRatio),
    zone: zoneOf(info, record.t),
    cookies: said(info.cookies),
    javascript: javascriptOf(info, record, hasInfo),
    thirdPartyCookies: record.y === 1 ? 'yes' : '',
    region: cutText(region, MAX_PLACE_LENGTH),
    city: cutText(city, MAX_PLACE_LENGTH),
  };
}

function javascriptOf({ tagVersion }: BrowserInfo, { p }: HitRecord, hasInfo: boolean): YesNo {
  if (p !== undefined) return '';
  if (!hasInfo) return 'no';
  return tagVersion === '' ? '' : 'yes';
}

function colorsOf(screen: string): number {
  const colors = sizeOf(screen.split('x', 3)[2] ?? '');
  return colors <= MAX_COLORS ? colors : 0;
}

/** In hundredths: what a zoomed page says has many digits, and means no more. */
function ratioOf(text: string): number {
  if (!/^\d{1,2}(?:\.\d{1,20})?$/.test(text)) return 0;
  const ratio = Math.round(Number(text) * 100) / 100;
  return ratio <= MAX_RATIO ? ratio : 0;
}

const said = (flag: string): YesNo => (flag === '1' ? 'yes' : flag === '0' ? 'no' : '');

/** `z`, or what the browser's own clock `i` is ahead of the hit's time. */
function zoneOf({ zone, localTime, et }: BrowserInfo, arrivedAt: number): number {
  if (/^-?\d{1,4}$/.test(zone)) return inZones(Number(zone));
  const parts = /^(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)$/.exec(localTime)?.slice(1).map(Number);
  if (parts === undefined) return NO_ZONE;
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0] = parts;
  const local = Date.UTC(year, month - 1, day, hour, minute, second) / 60_000;
  const at = /^\d{1,12}$/.test(et) ? Number(et) / 60 : arrivedAt / 60_000;
  return inZones(Math.round((local - at) / QUARTER) * QUARTER);
}

const inZones = (minutes: number): number => (Math.abs(minutes) <= MAX_ZONE ? minutes + 0 : NO_ZONE);
