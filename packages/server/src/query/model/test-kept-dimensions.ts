/** For tests: what browsers say of themselves, and moments of the past, as plain functions of a visit. */
import type { VisitRow } from '../../collect/index.ts';
import { continentOf } from '../dimensions/continents.ts';

type Value = string | number | null;
type ModelDimension = (visit: VisitRow, zone: string) => Value;

const textOr = (text: string): string | null => (text === '' ? null : text);

const NO_ZONE = 32_767;

/** `YYYY-MM-DD hh:mm:ss` of a moment that a visit has; null: it has none. */
type Moment = (visit: VisitRow, zone: string) => string | null;

const localOf = (time: number, zone: string): string =>
  new Date(time * 1_000).toLocaleString('sv-SE', { timeZone: zone });

function monday(date: string): string {
  const time = new Date(`${date}T00:00:00Z`);
  while (time.getUTCDay() !== 1) time.setUTCDate(time.getUTCDate() - 1);
  return time.toISOString().slice(0, 10);
}

function firstOfQuarter(date: string): string {
  const month = Number(date.slice(5, 7));
  const first = month - ((month - 1) % 3);
  return `${date.slice(0, 5)}${first < 10 ? '0' : ''}${first}-01`;
}

const DAY_PARTS: Readonly<Record<string, (local: string) => Value>> = {
  Date: (local) => local.slice(0, 10),
  'DatePeriod<group>': (local) => monday(local.slice(0, 10)),
  StartOfWeek: (local) => monday(local.slice(0, 10)),
  StartOfMonth: (local) => `${local.slice(0, 7)}-01`,
  StartOfQuarter: (local) => firstOfQuarter(local.slice(0, 10)),
  StartOfYear: (local) => `${local.slice(0, 4)}-01-01`,
  DayOfWeek: (local) => new Date(local.slice(0, 10)).getUTCDay() || 7,
  DayOfMonth: (local) => Number(local.slice(8, 10)),
  Month: (local) => Number(local.slice(5, 7)),
  Year: (local) => Number(local.slice(0, 4)),
};
const CLOCK_PARTS: typeof DAY_PARTS = {
  DateTime: (local) => local,
  StartOfMinute: (local) => `${local.slice(0, 17)}00`,
  StartOfDekaminute: (local) => `${local.slice(0, 15)}0:00`,
  StartOfHour: (local) => `${local.slice(0, 14)}00:00`,
  Hour: (local) => Number(local.slice(11, 13)),
  Minute: (local) => Number(local.slice(14, 16)),
  HourMinute: (local) => local.slice(11, 16),
  Dekaminute: (local) => `${local.slice(11, 15)}0`,
};

const partsOf = (prefix: string, moment: Moment, parts: typeof DAY_PARTS): [string, ModelDimension][] =>
  Object.entries(parts).map(([name, part]) => [
    prefix + name,
    (visit, zone) => {
      const local = moment(visit, zone);
      return local === null ? null : part(local);
    },
  ]);

const browserClock: Moment = ({ started_at, client_zone }) =>
  client_zone === NO_ZONE
    ? null
    : new Date((started_at + client_zone * 60) * 1_000).toISOString().slice(0, 19).replace('T', ' ');

const own: Moment = ({ started_at }, zone) => localOf(started_at, zone);
const previous: Moment = ({ previous_visit_at: at }, zone) => (at === 0 ? null : localOf(at, zone));

const fit = (width: number, height: number): string | null =>
  width > 0 && height > 0 ? `${width}x${height}` : null;
const common = (a: number, b: number): number => (b === 0 ? a : common(b, a % b));

/** As the store rounds: halves to the even number. */
function rounded(value: number): number {
  const floor = Math.floor(value);
  if (value - floor !== 0.5) return Math.round(value);
  return floor % 2 === 0 ? floor : floor + 1;
}
const physical = (size: number, { pixel_ratio }: VisitRow): number => rounded(size * pixel_ratio);

function classOf(value: number, classes: readonly string[]): string {
  const found = classes.find((name) => {
    const [first, last] = name.replace('+', '').split('-').map(Number);
    if (name.endsWith('+')) return value >= (first ?? 0);
    return value >= (first ?? 0) && value <= (last ?? first ?? 0);
  });
  return found ?? 'none';
}

const PAGES = ['0', '1', '2', '3', '4-7', '8-12', '13+'];
const SECONDS = ['0-9', '10-29', '30-59', '60-179', '180-599', '600-1799', '1800+'];
const NUMBERS = ['1', '2', '3', '4-7', '8-15', '16-31', '32+'];
const DAYS = ['0', '1', '2-7', '8-31', '32-90', '91-365', '366+'];

const daysFrom = (from: number, { started_at }: VisitRow): number =>
  Math.max(0, Math.floor((started_at - from) / 86_400));
export const sinceFirst = (visit: VisitRow): number => daysFrom(visit.first_visit_at, visit);
export const sincePrevious = (visit: VisitRow): number | null =>
  visit.previous_visit_at === 0 ? null : daysFrom(visit.previous_visit_at, visit);

const versionOf = (parts: number) => (visit: VisitRow) => {
  const numbers = visit.engine_version.split('.');
  if (numbers.length < parts) return null;
  return textOr(`${visit.engine} ${numbers.slice(0, parts).join('.')}`.trim());
};

const openstat = (at: number) => (visit: VisitRow) =>
  textOr((visit.significant_openstat ?? '').split(';')[at] ?? '');

const yesNo = (is: boolean): string => (is ? 'yes' : 'no');

export const topLevelDomain = ({ start_url }: VisitRow): string | null =>
  textOr(new URL(start_url).hostname.split('.').at(-1) ?? '');

export const KEPT_DIMENSIONS: Readonly<Record<string, ModelDimension>> = {
  dateTime: own,
  minute: (visit, zone) => Number(own(visit, zone)?.slice(14, 16)),
  hourMinute: (visit, zone) => String(own(visit, zone)).slice(11, 16),
  dekaminute: (visit, zone) => `${String(own(visit, zone)).slice(11, 15)}0`,
  ...Object.fromEntries([
    ...partsOf('browser', browserClock, { ...DAY_PARTS, ...CLOCK_PARTS }),
    ...partsOf('firstVisit', (visit, zone) => localOf(visit.first_visit_at, zone), {
      ...DAY_PARTS,
      ...CLOCK_PARTS,
    }),
    ...partsOf('previousVisit', previous, DAY_PARTS),
  ]),
  screenResolution: ({ screen_width, screen_height }) => fit(screen_width, screen_height),
  screenFormat: ({ screen_width: width, screen_height: height }) =>
    fit(width, height) && `${width / common(width, height)}:${height / common(width, height)}`,
  screenOrientation: ({ screen_width: width, screen_height: height }) =>
    fit(width, height) && (width < height ? 'portrait' : 'landscape'),
  screenColors: ({ screen_colors }) => screen_colors || null,
  physicalScreenWidth: (visit) => physical(visit.screen_width, visit) || null,
  physicalScreenHeight: (visit) => physical(visit.screen_height, visit) || null,
  physicalScreenResolution: (visit) =>
    fit(physical(visit.screen_width, visit), physical(visit.screen_height, visit)),
  windowClientWidth: ({ window_width }) => window_width || null,
  windowClientHeight: ({ window_height }) => window_height || null,
  windowClientArea: ({ window_width, window_height }) => fit(window_width, window_height),
  clientTimeZone: ({ client_zone }) => (client_zone === NO_ZONE ? null : client_zone),
  cookieEnabled: ({ cookies }) => textOr(cookies),
  javascriptEnabled: ({ javascript }) => textOr(javascript),
  thirdPartyCookieEnabled: ({ third_party_cookies }) => textOr(third_party_cookies),
  regionArea: ({ region }) => textOr(region),
  regionCity: ({ city }) => textOr(city),
  regionContinent: ({ country }) => textOr(continentOf(country)),
  browserCountry: ({ language }) => language.match(/[-_]([a-z]{2})(?![a-z0-9])/i)?.[1]?.toUpperCase() ?? null,
  browserEngine: ({ engine }) => textOr(engine),
  ...Object.fromEntries([1, 2, 3, 4].map((parts) => [`browserEngineVersion${parts}`, versionOf(parts)])),
  mobilePhone: ({ phone_make }) => textOr(phone_make),
  mobilePhoneModel: ({ phone_model }) => textOr(phone_model),
  topLevelDomain,
  isTurboPage: ({ start_url }) => yesNo(new URL(start_url).hostname.endsWith('.turbopages.org')),
  pageViewsInterval: ({ page_views }) => classOf(page_views, PAGES),
  visitDurationInterval: ({ duration }) => classOf(duration, SECONDS),
  originalBounce: ({ is_bounce }) => yesNo(is_bounce),
  originalPageViews: ({ page_views }) => page_views,
  originalVisitDuration: ({ duration }) => duration,
  originalVisitDurationInterval: ({ duration }) => classOf(duration, SECONDS),
  userVisitsInterval: ({ visit_number }) => classOf(visit_number, NUMBERS),
  daysSinceFirstVisit: sinceFirst,
  daysSinceFirstVisitInterval: (visit) => classOf(sinceFirst(visit), DAYS),
  daysSincePreviousVisit: sincePrevious,
  daysSincePreviousVisitInterval: (visit) => {
    const days = sincePrevious(visit);
    return days === null ? null : classOf(days, DAYS);
  },
  '<attribution>SocialNetworkProfile': (visit) => textOr(visit.significant_profile ?? ''),
  '<attribution>From': (visit) => textOr(visit.significant_from_tag ?? ''),
  '<attribution>OpenstatService': openstat(0),
  '<attribution>OpenstatCampaign': openstat(1),
  '<attribution>OpenstatAd': openstat(2),
  '<attribution>OpenstatSource': openstat(3),
  '<attribution>HasGCLID': (visit) => yesNo(visit.significant_gclid === true),
};
