/** For tests: every dimension said once more, as a plain function of a visit. Null is "no value". */
import { shownAddress, shownLocal } from '@goalpost/contract/addresses';
import type { VisitRow } from '../../collect/index.ts';
import { KEPT_DIMENSIONS, topLevelDomain } from './test-kept-dimensions.ts';

export type Value = string | number | null;
export type ModelDimension = (visit: VisitRow, zone: string) => Value;

const textOr = (text: string): string | null => (text === '' ? null : text);

/** `YYYY-MM-DD hh:mm:ss` */
function local(visit: VisitRow, zone: string): string {
  return new Date(visit.started_at * 1000).toLocaleString('sv-SE', { timeZone: zone });
}

const day = (visit: VisitRow, zone: string): string => local(visit, zone).slice(0, 10);

function monday(date: string): string {
  const time = new Date(`${date}T00:00:00Z`);
  time.setUTCDate(time.getUTCDate() - ((time.getUTCDay() + 6) % 7));
  return time.toISOString().slice(0, 10);
}

function quarter(date: string): string {
  const month = Math.floor((Number(date.slice(5, 7)) - 1) / 3) * 3 + 1;
  return `${date.slice(0, 4)}-${String(month).padStart(2, '0')}-01`;
}

function url(text: string): URL | null {
  return URL.canParse(text) ? new URL(text) : null;
}

function pathLevel(path: string, level: number): string | null {
  const parts = path.split('/').slice(1);
  const here = parts[level - 1];
  if (here === undefined || (here === '' && level > 1)) return null;
  return `/${parts.slice(0, level).join('/')}${parts.length > level ? '/' : ''}`;
}

const LEVELS = [1, 2, 3, 4, 5];

type Sent = (visit: VisitRow) => string;
interface ModelAddress {
  /** As it was sent: filters look at that, too. */
  readonly sent: Sent;
  /** A value of a filter in the spelling of rows. */
  readonly spelled: (text: string) => string;
}

/** Within the site there is none. */
function external(visit: VisitRow): string {
  return visit.traffic_source === 'internal' ? '' : visit.referrer;
}

const full = (text: string): string => (url(text)?.pathname ?? '') + (url(text)?.search ?? '');

const PAGES: Readonly<Record<string, readonly [address: Sent, path: Sent]>> = {
  startURL: [(visit) => visit.start_url, (visit) => visit.start_path],
  endURL: [(visit) => visit.end_url, (visit) => url(visit.end_url)?.pathname ?? ''],
  referer: [(visit) => visit.referrer, (visit) => url(visit.referrer)?.pathname ?? ''],
  externalReferer: [external, (visit) => url(external(visit))?.pathname ?? ''],
};

function pages(name: string): Readonly<Record<string, ModelDimension>> {
  const [address, path] = PAGES[name] ?? [() => '', () => ''];
  const levels = LEVELS.map((level): [string, ModelDimension] => [
    `${name}PathLevel${level}`,
    (visit) => (path(visit) === '' ? null : pathLevel(shownLocal(path(visit)), level)),
  ]);
  const all: [string, ModelDimension][] = [
    [name, (visit) => textOr(shownAddress(address(visit)))],
    [`${name}Domain`, (visit) => textOr(url(address(visit))?.hostname ?? '')],
    [`${name}Path`, (visit) => textOr(shownLocal(path(visit)))],
    [`${name}PathFull`, (visit) => textOr(shownLocal(full(address(visit))))],
    [`${name}Proto`, (visit) => textOr(url(address(visit))?.protocol.replace(':', '') ?? '')],
    ...levels,
  ];
  return Object.fromEntries(all);
}

type SourceColumn = keyof VisitRow & `significant_${string}`;

const significant = (column: SourceColumn) => (visit: VisitRow) => textOr(String(visit[column]));

const engine = (source: string) => (visit: VisitRow) =>
  visit.significant_traffic_source === source ? textOr(visit.significant_source_engine) : null;

const ENGINES: Readonly<Record<string, string>> = {
  SearchEngineRoot: 'organic',
  SearchEngine: 'organic',
  SocialNetwork: 'social',
  Messenger: 'messenger',
  RecommendationSystem: 'recommend',
  AdvEngine: 'ad',
  QRCodeProvider: 'qrcode',
  ReferalSource: 'referral',
};
const engineNames = Object.entries(ENGINES).map(([name, source]): [string, ModelDimension] => [
  `<attribution>${name}`,
  engine(source),
]);
engineNames.push(['<attribution>SourceEngine', significant('significant_source_engine')]);

const pageAddresses = Object.entries(PAGES).flatMap(([name, [address, path]]): [string, ModelAddress][] => [
  [name, { sent: address, spelled: shownAddress }],
  [
    `${name}Domain`,
    { sent: (visit) => url(address(visit))?.hostname ?? '', spelled: (text) => text.toLowerCase() },
  ],
  [`${name}Path`, { sent: path, spelled: shownLocal }],
  [`${name}PathFull`, { sent: (visit) => full(address(visit)), spelled: shownLocal }],
  ...LEVELS.map((level): [string, ModelAddress] => [
    `${name}PathLevel${level}`,
    {
      sent: (visit) => (path(visit) === '' ? '' : (pathLevel(path(visit), level) ?? '')),
      spelled: shownLocal,
    },
  ]),
]);

/** A site stands as its host, and so is found in other spellings of it. */
const sites = engineNames.map(([name, value]): [string, ModelAddress] => [
  name,
  { sent: (visit) => String(value(visit, 'UTC') ?? ''), spelled: (text) => text },
]);

export const MODEL_ADDRESSES: Readonly<Record<string, ModelAddress>> = Object.fromEntries([
  ...pageAddresses,
  ...sites,
  [
    'topLevelDomain',
    { sent: (visit: VisitRow) => topLevelDomain(visit) ?? '', spelled: (text: string) => text.toLowerCase() },
  ],
]);

const joined = (name: string, version: string): string | null =>
  textOr(`${name} ${version}`.replace(/^ +| +$/g, ''));

export const MODEL_DIMENSIONS: Readonly<Record<string, ModelDimension>> = {
  date: day,
  'datePeriod<group>': (visit, zone) => monday(day(visit, zone)),
  startOfMinute: (visit, zone) => `${local(visit, zone).slice(0, 16)}:00`,
  startOfDekaminute: (visit, zone) => `${local(visit, zone).slice(0, 15)}0:00`,
  startOfHour: (visit, zone) => `${local(visit, zone).slice(0, 13)}:00:00`,
  startOfWeek: (visit, zone) => monday(day(visit, zone)),
  startOfMonth: (visit, zone) => `${day(visit, zone).slice(0, 7)}-01`,
  startOfQuarter: (visit, zone) => quarter(day(visit, zone)),
  startOfYear: (visit, zone) => `${day(visit, zone).slice(0, 4)}-01-01`,
  hour: (visit, zone) => Number(local(visit, zone).slice(11, 13)),
  dayOfWeek: (visit, zone) => new Date(day(visit, zone)).getUTCDay() || 7,
  dayOfMonth: (visit, zone) => Number(day(visit, zone).slice(8)),
  month: (visit, zone) => Number(day(visit, zone).slice(5, 7)),
  year: (visit, zone) => Number(day(visit, zone).slice(0, 4)),
  '<attribution>TrafficSource': significant('significant_traffic_source'),
  ...Object.fromEntries(engineNames),
  '<attribution>SearchPhrase': significant('significant_search_phrase'),
  '<attribution>UTMSource': significant('significant_utm_source'),
  '<attribution>UTMMedium': significant('significant_utm_medium'),
  '<attribution>UTMCampaign': significant('significant_utm_campaign'),
  '<attribution>UTMContent': significant('significant_utm_content'),
  '<attribution>UTMTerm': significant('significant_utm_term'),
  deviceCategory: (visit) => textOr(visit.device_category),
  browser: (visit) => textOr(visit.browser),
  browserAndVersionMajor: (visit) => joined(visit.browser, visit.browser_version.split('.')[0] ?? ''),
  browserAndVersion: (visit) => joined(visit.browser, visit.browser_version),
  browserLanguage: (visit) => textOr(visit.language),
  operatingSystemRoot: (visit) => textOr(visit.os),
  operatingSystem: (visit) => joined(visit.os, visit.os_version),
  regionCountry: (visit) => textOr(visit.country),
  screenWidth: (visit) => visit.screen_width || null,
  screenHeight: (visit) => visit.screen_height || null,
  ...pages('startURL'),
  ...pages('endURL'),
  ...pages('referer'),
  ...pages('externalReferer'),
  ...KEPT_DIMENSIONS,
  isRobot: (visit) => (visit.is_robot ? 'yes' : 'no'),
  isNewUser: (visit) => (visit.visit_number === 1 ? 'yes' : 'no'),
  bounce: (visit) => (visit.is_bounce ? 'yes' : 'no'),
  pageViews: (visit) => visit.page_views,
  visitDuration: (visit) => visit.duration,
  userVisits: (visit) => visit.visit_number,
  counterID: (visit) => visit.counter_id,
  clientID: (visit) => visit.visitor_id,
  userClientUserId: (visit) => textOr(visit.user_id),
  isGoalReached: ({ goal_ids }) => (goal_ids.some((id) => id <= 3) ? 'yes' : 'no'),
  'goal<goal_id>IsReached': (visit) => (visit.goal_ids.includes(1) ? 'yes' : 'no'),
};
