/** What rows of a report may open into, level by level, where a person chooses that [M133]. */
import type { DimensionId } from './names/dimensions.ts';
import type { Report, ReportScope, SectionId, Text } from './report.ts';

/** Each level is a question of its own. */
export const MAX_LEVELS = 5;

export interface LevelGroup {
  readonly id: string;
  readonly title: Text;
  readonly dimensions: readonly DimensionId[];
}

const SOURCES: LevelGroup = {
  id: 'sources',
  title: { en: 'Sources', ru: 'Источники' },
  dimensions: [
    '<attribution>TrafficSource',
    '<attribution>SourceEngine',
    '<attribution>SearchEngineRoot',
    '<attribution>SearchPhrase',
    '<attribution>ReferalSource',
    '<attribution>SocialNetwork',
    '<attribution>Messenger',
    '<attribution>RecommendationSystem',
    '<attribution>AdvEngine',
    '<attribution>UTMSource',
    '<attribution>UTMMedium',
    '<attribution>UTMCampaign',
    '<attribution>UTMContent',
    '<attribution>UTMTerm',
  ],
};

const PLACES: readonly DimensionId[] = [
  'regionCountry',
  'regionContinent',
  'regionArea',
  'regionCity',
  'browserLanguage',
];

const TECHNOLOGY: LevelGroup = {
  id: 'technology',
  title: { en: 'Technology', ru: 'Технологии' },
  dimensions: [
    'deviceCategory',
    'browser',
    'browserAndVersionMajor',
    'operatingSystemRoot',
    'operatingSystem',
    'mobilePhone',
    'mobilePhoneModel',
    'screenResolution',
  ],
};

const TIME: LevelGroup = {
  id: 'time',
  title: { en: 'Time', ru: 'Время' },
  dimensions: ['date', 'startOfWeek', 'startOfMonth', 'dayOfWeek', 'hour'],
};

const pages = (...dimensions: readonly DimensionId[]): LevelGroup => ({
  id: 'pages',
  title: { en: 'Pages', ru: 'Страницы' },
  dimensions,
});

const audience = (...own: readonly DimensionId[]): LevelGroup => ({
  id: 'audience',
  title: { en: 'Audience', ru: 'Аудитория' },
  dimensions: [...PLACES, ...own],
});

/** A visit has several conversations: beside another list of the visit they cannot be asked. */
const CHAT: LevelGroup = {
  id: 'chat',
  title: { en: 'Chat', ru: 'Чат' },
  dimensions: ['conversationStart', 'conversationOperator', 'invitationRule'],
};
const WITH_CHAT: ReadonlySet<SectionId> = new Set(['sources', 'chat', 'technology']);

const VISITS: readonly LevelGroup[] = [
  SOURCES,
  pages(
    'startURLPath',
    'startURLPathLevel1',
    'startURLDomain',
    'endURLPath',
    'endURLPathLevel1',
    'refererDomain',
  ),
  audience('isNewUser', 'hasConversation', 'userClientUserId'),
  TECHNOLOGY,
  TIME,
];

const OF_ROWS: Readonly<Record<ReportScope, readonly LevelGroup[]>> = {
  pv: [SOURCES, pages('URLPath', 'URLPathLevel1', 'title', 'refererDomain'), audience(), TECHNOLOGY, TIME],
  ep: [SOURCES, pages('eventURLPath'), audience(), TECHNOLOGY, TIME],
  dl: [SOURCES, pages('downloadURL', 'pageURL', 'title'), audience(), TECHNOLOGY, TIME],
  up: [],
  // As costs are known.
  ev: [
    { ...SOURCES, dimensions: SOURCES.dimensions.filter((id) => id.startsWith('<attribution>UTM')) },
    { ...TIME, dimensions: TIME.dimensions.filter((id) => id !== 'hour') },
  ],
};

/** What may be chosen beside the levels that a report has of its own. */
export function levelGroups({ scope, section }: Report): readonly LevelGroup[] {
  if (scope !== undefined) return OF_ROWS[scope];
  return WITH_CHAT.has(section) ? [...VISITS, CHAT] : VISITS;
}

const IN_ORDER: ReadonlySet<DimensionId> = new Set(TIME.dimensions);

/** The same report by other levels; those of its own where none are given. */
export function withLevels(report: Report, levels: readonly DimensionId[]): Report {
  const [first] = levels;
  if (first === undefined) return report;
  const { drill: _drill, ...rest } = report;
  // Moments stand in their order, one bar each: lines of single days would say nothing.
  const byTime = IN_ORDER.has(first) ? ({ chart: 'bars', sort: 'name' } as const) : {};
  return { ...rest, ...byTime, dimensions: levels };
}
