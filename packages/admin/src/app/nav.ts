/** The list of a counter's screens, in the order of the menu. */
import {
  IconActivityHeartbeat,
  IconChartLine,
  IconCode,
  IconInbox,
  IconLayoutDashboard,
  IconRoute,
  IconSettings,
  IconSpeakerphone,
  IconTarget,
  IconTargetArrow,
  IconUserPlus,
  IconUsers,
  type Icon,
} from '@tabler/icons-react';

export interface NavItem {
  readonly to:
    | '/counter/$counterId/overview'
    | '/counter/$counterId/conversions'
    | '/counter/$counterId/sources'
    | '/counter/$counterId/traffic'
    | '/counter/$counterId/chat/inbox'
    | '/counter/$counterId/chat/users'
    | '/counter/$counterId/chat/invitations'
    | '/counter/$counterId/goals'
    | '/counter/$counterId/settings'
    | '/counter/$counterId/people'
    | '/counter/$counterId/install'
    | '/counter/$counterId/health';
  readonly label:
    | 'nav.overview'
    | 'nav.conversions'
    | 'nav.sources'
    | 'nav.traffic'
    | 'chat.tabs.inbox'
    | 'chat.tabs.users'
    | 'chat.tabs.invitations'
    | 'nav.goals'
    | 'nav.settings'
    | 'people.title'
    | 'nav.install'
    | 'nav.health';
  readonly icon: Icon;
  /** Stands in the bar at the bottom of a phone. */
  readonly first?: boolean;
}

export const REPORTS: readonly NavItem[] = [
  { to: '/counter/$counterId/overview', label: 'nav.overview', icon: IconLayoutDashboard, first: true },
  { to: '/counter/$counterId/conversions', label: 'nav.conversions', icon: IconTargetArrow, first: true },
  { to: '/counter/$counterId/sources', label: 'nav.sources', icon: IconRoute },
  { to: '/counter/$counterId/traffic', label: 'nav.traffic', icon: IconChartLine },
];

export const CHAT: readonly NavItem[] = [
  { to: '/counter/$counterId/chat/inbox', label: 'chat.tabs.inbox', icon: IconInbox, first: true },
  { to: '/counter/$counterId/chat/users', label: 'chat.tabs.users', icon: IconUsers },
  { to: '/counter/$counterId/chat/invitations', label: 'chat.tabs.invitations', icon: IconSpeakerphone },
];

export const SET_UP: readonly NavItem[] = [
  { to: '/counter/$counterId/goals', label: 'nav.goals', icon: IconTarget, first: true },
  { to: '/counter/$counterId/settings', label: 'nav.settings', icon: IconSettings },
  { to: '/counter/$counterId/people', label: 'people.title', icon: IconUserPlus },
  { to: '/counter/$counterId/install', label: 'nav.install', icon: IconCode },
  { to: '/counter/$counterId/health', label: 'nav.health', icon: IconActivityHeartbeat },
];
