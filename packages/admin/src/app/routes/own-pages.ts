/** Screens of a person that are of no one counter: sites, boards, the account. */
import { createRoute, lazyRouteComponent, redirect } from '@tanstack/react-router';
import { readBoardSearch } from '../../boards/search.ts';
import { inside } from './inside.tsx';
import { withWords } from '../../i18n/i18n.ts';

const home = createRoute({
  getParentRoute: () => inside,
  path: '/',
  beforeLoad: () => {
    throw redirect({ to: '/counters', replace: true });
  },
});

const counters = createRoute({
  getParentRoute: () => inside,
  path: '/counters',
  component: lazyRouteComponent(
    withWords(['access', 'counters', 'privacy', 'settings'], () => import('../../counters/counter-list.tsx')),
    'CounterListPage',
  ),
});

const newCounter = createRoute({
  getParentRoute: () => inside,
  path: '/counters/new',
  component: lazyRouteComponent(
    withWords(['counters'], () => import('../../counters/new-counter.tsx')),
    'NewCounterPage',
  ),
});

const account = createRoute({
  getParentRoute: () => inside,
  path: '/account',
  component: lazyRouteComponent(
    withWords(
      ['access', 'account', 'passkeys', 'secondFactor'],
      () => import('../../account/account-page.tsx'),
    ),
    'AccountPage',
  ),
});

const audit = createRoute({
  getParentRoute: () => inside,
  path: '/audit',
  component: lazyRouteComponent(
    withWords(['account'], () => import('../../account/audit/audit-page.tsx')),
    'AuditPage',
  ),
});

const boards = createRoute({
  getParentRoute: () => inside,
  path: '/boards',
  component: lazyRouteComponent(
    withWords(['boards'], () => import('../../boards/board-list-page.tsx')),
    'BoardListPage',
  ),
});

const board = createRoute({
  getParentRoute: () => inside,
  path: '/boards/$boardId',
  validateSearch: readBoardSearch,
  component: lazyRouteComponent(
    withWords(['boards'], () => import('../../boards/board-page.tsx')),
    'BoardPage',
  ),
});

export const ownPages = [home, counters, newCounter, account, audit, boards, board] as const;
