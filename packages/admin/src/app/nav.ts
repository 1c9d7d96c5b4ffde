/** The list of a counter's screens, in the order of the menu; sections of reports come from the catalogue. */
import { may, type Ability, type Role } from '@goalpost/contract/management/roles';
import { REPORTS as CATALOGUE, SECTIONS, type SectionId } from '@goalpost/contract/reports/catalogue';
import { reportsOf } from '@goalpost/contract/management/in-person';
import {
  IconActivity,
  IconActivityHeartbeat,
  IconBellRinging,
  IconArrowsSplit2,
  IconCode,
  IconDevices,
  IconFileText,
  IconInbox,
  IconLayoutDashboard,
  IconListDetails,
  IconListSearch,
  IconMessages,
  IconRepeat,
  IconRoute,
  IconScale,
  IconSettings,
  IconShieldLock,
  IconShoppingCart,
  IconSpeakerphone,
  IconStairsDown,
  IconTarget,
  IconTargetArrow,
  IconUserPlus,
  IconUsers,
  IconUsersGroup,
  type Icon,
} from '@tabler/icons-react';
import type { TFunction } from 'i18next';
import { textIn } from '../i18n/text.ts';

interface Common {
  readonly icon: Icon;
  /** Stands in the bar at the bottom of a phone. */
  readonly first?: boolean;
  /** What the person must be allowed; `view` unless this says otherwise. */
  readonly needs?: Ability;
}

interface Screen extends Common {
  readonly to:
    | '/counter/$counterId/overview'
    | '/counter/$counterId/conversions'
    | '/counter/$counterId/visits'
    | '/counter/$counterId/reports'
    | '/counter/$counterId/now'
    | '/counter/$counterId/attribution'
    | '/counter/$counterId/funnels'
    | '/counter/$counterId/retention'
    | '/counter/$counterId/journeys'
    | '/counter/$counterId/chat/inbox'
    | '/counter/$counterId/chat/users'
    | '/counter/$counterId/chat/invitations'
    | '/counter/$counterId/goals'
    | '/counter/$counterId/settings'
    | '/counter/$counterId/privacy'
    | '/counter/$counterId/people'
    | '/counter/$counterId/alerts'
    | '/counter/$counterId/install'
    | '/counter/$counterId/health';
  readonly label:
    | 'nav.overview'
    | 'nav.conversions'
    | 'visits.title'
    | 'catalogue.title'
    | 'now.title'
    | 'models.title'
    | 'paths.funnels'
    | 'retention.title'
    | 'journeys.title'
    | 'chat.tabs.inbox'
    | 'chat.tabs.users'
    | 'chat.tabs.invitations'
    | 'nav.goals'
    | 'nav.settings'
    | 'privacy.title'
    | 'people.title'
    | 'alerts.title'
    | 'nav.install'
    | 'nav.health';
  /** Reports that belong to the screen. */
  readonly section?: SectionId;
}

/** Leads to the first report of the section that the person may open. */
interface Section extends Common {
  readonly to: '/counter/$counterId/report/$report';
  readonly report: string;
  readonly section: SectionId;
}

export type NavItem = Screen | Section;

const section = (id: SectionId, icon: Icon, needs: Ability = 'report'): Section => ({
  needs,
  to: '/counter/$counterId/report/$report',
  report: reportsOf(id)[0]?.id ?? '',
  section: id,
  icon,
});

export const REPORTS: readonly NavItem[] = [
  { to: '/counter/$counterId/overview', label: 'nav.overview', icon: IconLayoutDashboard, first: true },
  { to: '/counter/$counterId/now', label: 'now.title', icon: IconActivity },
  {
    to: '/counter/$counterId/conversions',
    label: 'nav.conversions',
    icon: IconTargetArrow,
    first: true,
    section: 'conversions',
  },
  section('sources', IconRoute),
  section('audience', IconUsersGroup),
  section('content', IconFileText),
  section('technology', IconDevices),
  section('commerce', IconShoppingCart),
  { to: '/counter/$counterId/funnels', label: 'paths.funnels', icon: IconStairsDown },
  { to: '/counter/$counterId/retention', label: 'retention.title', icon: IconRepeat },
  { to: '/counter/$counterId/journeys', label: 'journeys.title', icon: IconArrowsSplit2 },
  { to: '/counter/$counterId/visits', label: 'visits.title', icon: IconListDetails },
  { to: '/counter/$counterId/attribution', label: 'models.title', icon: IconScale },
  { to: '/counter/$counterId/reports', label: 'catalogue.title', icon: IconListSearch, needs: 'report' },
];

export const CHAT: readonly NavItem[] = [
  {
    to: '/counter/$counterId/chat/inbox',
    label: 'chat.tabs.inbox',
    icon: IconInbox,
    first: true,
    needs: 'chat:read',
  },
  { to: '/counter/$counterId/chat/users', label: 'chat.tabs.users', icon: IconUsers, needs: 'chat:read' },
  section('chat', IconMessages, 'view'),
  { to: '/counter/$counterId/chat/invitations', label: 'chat.tabs.invitations', icon: IconSpeakerphone },
];

export const SET_UP: readonly NavItem[] = [
  { to: '/counter/$counterId/goals', label: 'nav.goals', icon: IconTarget },
  { to: '/counter/$counterId/settings', label: 'nav.settings', icon: IconSettings },
  { to: '/counter/$counterId/privacy', label: 'privacy.title', icon: IconShieldLock },
  { to: '/counter/$counterId/people', label: 'people.title', icon: IconUserPlus },
  { to: '/counter/$counterId/alerts', label: 'alerts.title', icon: IconBellRinging },
  { to: '/counter/$counterId/install', label: 'nav.install', icon: IconCode },
  { to: '/counter/$counterId/health', label: 'nav.health', icon: IconActivityHeartbeat },
];

/** Those that the person may open; all while it is not known who they are here. */
export const openTo = (role: Role | undefined, items: readonly NavItem[]): readonly NavItem[] =>
  role === undefined
    ? items
    : items.filter(({ needs = 'view' }) => may(role, needs)).map((item) => withFirst(item, role));

const withFirst = (item: NavItem, role: Role): NavItem =>
  'report' in item ? { ...item, report: reportsOf(item.section, role)[0]?.id ?? item.report } : item;

export const keyOf = (item: NavItem): string => ('report' in item ? item.report : item.to);

export const navName = (item: NavItem, t: TFunction, language: string): string =>
  'report' in item ? textIn(SECTIONS[item.section], language) : t(item.label);

/** What fills the names in the address of an item. */
export const paramsOf = (item: NavItem, counterId: string) => ({
  counterId,
  report: 'report' in item ? item.report : '',
});

/** The sections with their reports, as the menu of a phone and the finder list them. */
export const sectionReports = (role: Role | undefined) =>
  [...REPORTS, ...CHAT].flatMap(({ section: id }) =>
    id === undefined ? [] : [{ id, reports: reportsOf(id, role) }],
  );

export const sectionOf = (report: string | undefined): SectionId | undefined =>
  CATALOGUE.find((known) => known.id === report)?.section;
