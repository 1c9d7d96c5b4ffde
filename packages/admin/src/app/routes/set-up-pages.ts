/** Screens of one counter that set it up: goals, settings, privacy, people, alerts, the tag. */
import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { counter } from './counter.ts';

const goals = createRoute({
  getParentRoute: () => counter,
  path: '/goals',
  component: lazyRouteComponent(() => import('../../goals/goals-page.tsx'), 'GoalsPage'),
});

const deletedGoals = createRoute({
  getParentRoute: () => counter,
  path: '/goals/deleted',
  component: lazyRouteComponent(() => import('../../goals/deleted-goals-page.tsx'), 'DeletedGoalsPage'),
});

const newGoal = createRoute({
  getParentRoute: () => counter,
  path: '/goals/new',
  component: lazyRouteComponent(() => import('../../goals/goal-form-page.tsx'), 'NewGoalPage'),
});

const editGoal = createRoute({
  getParentRoute: () => counter,
  path: '/goals/$goalId',
  component: lazyRouteComponent(() => import('../../goals/goal-form-page.tsx'), 'EditGoalPage'),
});

const settings = createRoute({
  getParentRoute: () => counter,
  path: '/settings',
  component: lazyRouteComponent(() => import('../../settings/settings-page.tsx'), 'SettingsPage'),
});

const privacy = createRoute({
  getParentRoute: () => counter,
  path: '/privacy',
  component: lazyRouteComponent(() => import('../../privacy/privacy-page.tsx'), 'PrivacyPage'),
});

const processingRecord = createRoute({
  getParentRoute: () => counter,
  path: '/privacy/record',
  component: lazyRouteComponent(() => import('../../privacy/record-page.tsx'), 'RecordPage'),
});

const people = createRoute({
  getParentRoute: () => counter,
  path: '/people',
  component: lazyRouteComponent(() => import('../../access/access-page.tsx'), 'AccessPage'),
});

const alerts = createRoute({
  getParentRoute: () => counter,
  path: '/alerts',
  component: lazyRouteComponent(() => import('../../alerts/alerts-page.tsx'), 'AlertsPage'),
});

const install = createRoute({
  getParentRoute: () => counter,
  path: '/install',
  component: lazyRouteComponent(() => import('../../install/install-page.tsx'), 'InstallPage'),
});

const health = createRoute({
  getParentRoute: () => counter,
  path: '/health',
  component: lazyRouteComponent(() => import('../../health/health-page.tsx'), 'HealthPage'),
});

export const setUpPages = [
  goals,
  deletedGoals,
  newGoal,
  editGoal,
  settings,
  privacy,
  processingRecord,
  people,
  alerts,
  install,
  health,
] as const;
