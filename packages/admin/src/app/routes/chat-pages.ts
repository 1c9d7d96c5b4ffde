/** Screens of the chat's console, of all counters and of one. */
import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { readConsoleSearch } from '../../chat/place.ts';
import { counter } from './counter.ts';
import { inside } from './inside.tsx';
import { withWords } from '../../i18n/i18n.ts';

const consolePage = {
  validateSearch: readConsoleSearch,
  inbox: lazyRouteComponent(
    withWords(['access', 'chat'], () => import('../../chat/pages/inbox-page.tsx')),
    'InboxPage',
  ),
  users: lazyRouteComponent(
    withWords(['chat', 'visits'], () => import('../../chat/pages/users-page.tsx')),
    'UsersPage',
  ),
  invitations: lazyRouteComponent(
    withWords(['chat', 'chatInvitations'], () => import('../../chat/pages/invitations-page.tsx')),
    'InvitationsPage',
  ),
};

const { validateSearch } = consolePage;
/** Of all counters at once. */
export const chatPages = [
  createRoute({ getParentRoute: () => inside, path: '/chat', validateSearch, component: consolePage.inbox }),
  createRoute({
    getParentRoute: () => inside,
    path: '/chat/users',
    validateSearch,
    component: consolePage.users,
  }),
  createRoute({
    getParentRoute: () => inside,
    path: '/chat/invitations',
    validateSearch,
    component: consolePage.invitations,
  }),
] as const;

export const counterChatPages = [
  createRoute({
    getParentRoute: () => counter,
    path: '/chat/inbox',
    validateSearch,
    component: consolePage.inbox,
  }),
  createRoute({
    getParentRoute: () => counter,
    path: '/chat/users',
    validateSearch,
    component: consolePage.users,
  }),
  createRoute({
    getParentRoute: () => counter,
    path: '/chat/invitations',
    validateSearch,
    component: consolePage.invitations,
  }),
  createRoute({
    getParentRoute: () => counter,
    path: '/settings/chat',
    component: lazyRouteComponent(
      withWords(['chat', 'chatSettings'], () => import('../../chat/settings/chat-settings-page.tsx')),
      'ChatSettingsPage',
    ),
  }),
] as const;
