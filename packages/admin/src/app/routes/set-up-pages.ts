/** Screens of one counter that set it up: goals, settings, privacy, people, alerts, the tag. */
import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { counter } from './counter.ts';
import { withWords } from '../../i18n/i18n.ts';

const goals = createRoute({
  getParentRoute: () => counter,
  path: '/goals',
  component: lazyRouteComponent(
    withWords(['goalTypes', 'goals', 'workbench'], () => import('../../goals/goals-page.tsx')),
    'GoalsPage',
  ),
});

const deletedGoals = createRoute({
  getParentRoute: () => counter,
  path: '/goals/deleted',
  component: lazyRouteComponent(
    withWords(['goalTypes', 'goals'], () => import('../../goals/deleted-goals-page.tsx')),
    'DeletedGoalsPage',
  ),
});

const newGoal = createRoute({
  getParentRoute: () => counter,
  path: '/goals/new',
  component: lazyRouteComponent(
    withWords(['goalTypes', 'goals', 'workbench'], () => import('../../goals/goal-form-page.tsx')),
    'NewGoalPage',
  ),
});

const editGoal = createRoute({
  getParentRoute: () => counter,
  path: '/goals/$goalId',
  component: lazyRouteComponent(
    withWords(['goalTypes', 'goals', 'workbench'], () => import('../../goals/goal-form-page.tsx')),
    'EditGoalPage',
  ),
});

const settings = createRoute({
  getParentRoute: () => counter,
  path: '/settings',
  component: lazyRouteComponent(
    withWords(
      ['account', 'chatSettings', 'counters', 'settings', 'shares', 'vendors'],
      () => import('../../settings/settings-page.tsx'),
    ),
    'SettingsPage',
  ),
});

const costs = createRoute({
  getParentRoute: () => counter,
  path: '/costs',
  component: lazyRouteComponent(
    withWords(['costs', 'shares', 'uploads'], () => import('../../settings/costs/costs-page.tsx')),
    'CostsPage',
  ),
});

const uploads = createRoute({
  getParentRoute: () => counter,
  path: '/uploads',
  component: lazyRouteComponent(
    withWords(['shares', 'uploads'], () => import('../../settings/uploads/uploads-page.tsx')),
    'UploadsPage',
  ),
});

const privacy = createRoute({
  getParentRoute: () => counter,
  path: '/privacy',
  component: lazyRouteComponent(
    withWords(['privacy'], () => import('../../privacy/privacy-page.tsx')),
    'PrivacyPage',
  ),
});

const processingRecord = createRoute({
  getParentRoute: () => counter,
  path: '/privacy/record',
  component: lazyRouteComponent(
    withWords(['access', 'privacy'], () => import('../../privacy/record-page.tsx')),
    'RecordPage',
  ),
});

const people = createRoute({
  getParentRoute: () => counter,
  path: '/people',
  component: lazyRouteComponent(
    withWords(['access'], () => import('../../access/access-page.tsx')),
    'AccessPage',
  ),
});

const alerts = createRoute({
  getParentRoute: () => counter,
  path: '/alerts',
  component: lazyRouteComponent(
    withWords(['alerts', 'schedules'], () => import('../../alerts/alerts-page.tsx')),
    'AlertsPage',
  ),
});

const install = createRoute({
  getParentRoute: () => counter,
  path: '/install',
  component: lazyRouteComponent(
    withWords(['counters', 'health', 'install', 'visits'], () => import('../../install/install-page.tsx')),
    'InstallPage',
  ),
});

const health = createRoute({
  getParentRoute: () => counter,
  path: '/health',
  component: lazyRouteComponent(
    withWords(['health', 'install', 'rates', 'visits'], () => import('../../health/health-page.tsx')),
    'HealthPage',
  ),
});

export const setUpPages = [
  goals,
  deletedGoals,
  newGoal,
  editGoal,
  settings,
  costs,
  uploads,
  privacy,
  processingRecord,
  people,
  alerts,
  install,
  health,
] as const;
