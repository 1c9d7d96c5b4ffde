/** Every address of the web app. Screens load when first opened. */
import { createRoute, createRouter, lazyRouteComponent, redirect } from '@tanstack/react-router';
import type { QueryClient } from '@tanstack/react-query';
import { may } from '@goalpost/contract/management/roles';
import { counterQuery } from '../api/counters.ts';
import { readConsoleSearch } from '../chat/place.ts';
import { readJourneySearch } from '../funnels/journeys/search.ts';
import { readRetentionSearch } from '../funnels/retention/search.ts';
import { readFunnelSearch } from '../funnels/search.ts';
import { readModelsSearch } from '../conversions/models/search.ts';
import { readReportSearch, type ReportSearch } from '../report/state/search.ts';
import { parseSearch, stringifySearch } from './address-search.ts';
import { CounterScope } from '../counter/counter-scope.tsx';
import { NotFound, RouteFailure } from './failure.tsx';
import { inside } from './routes/inside.tsx';
import { openRoutes } from './routes/open.ts';
import { ownPages } from './routes/own-pages.ts';
import { root } from './routes/root.ts';

/** All that an operator has of a counter. */
const CHAT_SCREENS = /\/chat\/(?:inbox|users)\/?$/;

const counter = createRoute({
  getParentRoute: () => inside,
  path: '/counter/$counterId',
  validateSearch: readReportSearch,
  beforeLoad: async ({ context, params, location }) => {
    const id = Number(params.counterId);
    if (!Number.isSafeInteger(id) || CHAT_SCREENS.test(location.pathname)) return;
    // Columns of goals are part of a report's question: both are on their way at once.
    void import('../api/goals.ts').then(({ goalsQuery }) => context.queries.prefetchQuery(goalsQuery(id)));
    // What cannot be known here is said by the screen itself.
    const found = await context.queries.ensureQueryData(counterQuery(id)).catch(() => null);
    if (found !== null && !may(found.permission, 'view'))
      throw redirect({ to: '/counter/$counterId/chat/inbox', params, replace: true });
  },
  component: CounterScope,
});

const consolePage = {
  validateSearch: readConsoleSearch,
  inbox: lazyRouteComponent(() => import('../chat/console-page.tsx'), 'InboxPage'),
  users: lazyRouteComponent(() => import('../chat/console-page.tsx'), 'UsersPage'),
  invitations: lazyRouteComponent(() => import('../chat/console-page.tsx'), 'InvitationsPage'),
};

const { validateSearch } = consolePage;
const chatPages = [
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

const counterChatPages = [
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
      () => import('../chat/settings/chat-settings-page.tsx'),
      'ChatSettingsPage',
    ),
  }),
] as const;

const counterHome = createRoute({
  getParentRoute: () => counter,
  path: '/',
  beforeLoad: ({ params }) => {
    throw redirect({ to: '/counter/$counterId/overview', params, replace: true });
  },
});

const overview = createRoute({
  getParentRoute: () => counter,
  path: '/overview',
  component: lazyRouteComponent(() => import('../overview/overview-page.tsx'), 'OverviewPage'),
});

const conversions = createRoute({
  getParentRoute: () => counter,
  path: '/conversions',
  component: lazyRouteComponent(() => import('../conversions/conversions-page.tsx'), 'ConversionsPage'),
});

const report = createRoute({
  getParentRoute: () => counter,
  path: '/report/$report',
  component: lazyRouteComponent(() => import('../report/page/report-page.tsx'), 'ReportPage'),
});

const funnels = createRoute({
  getParentRoute: () => counter,
  path: '/funnels',
  validateSearch: readFunnelSearch,
  component: lazyRouteComponent(() => import('../funnels/funnels-page.tsx'), 'FunnelsPage'),
});

const retention = createRoute({
  getParentRoute: () => counter,
  path: '/retention',
  validateSearch: readRetentionSearch,
  component: lazyRouteComponent(() => import('../funnels/retention/retention-page.tsx'), 'RetentionPage'),
});

const journeys = createRoute({
  getParentRoute: () => counter,
  path: '/journeys',
  validateSearch: readJourneySearch,
  component: lazyRouteComponent(() => import('../funnels/journeys/journeys-page.tsx'), 'JourneysPage'),
});

const nowPage = createRoute({
  getParentRoute: () => counter,
  path: '/now',
  component: lazyRouteComponent(() => import('../visits/now/now-page.tsx'), 'NowPage'),
});

const catalogue = createRoute({
  getParentRoute: () => counter,
  path: '/reports',
  component: lazyRouteComponent(() => import('./catalogue/catalogue-page.tsx'), 'CataloguePage'),
});

const attribution = createRoute({
  getParentRoute: () => counter,
  path: '/attribution',
  validateSearch: readModelsSearch,
  component: lazyRouteComponent(() => import('../conversions/models/models-page.tsx'), 'ModelsPage'),
});

const visitLog = createRoute({
  getParentRoute: () => counter,
  path: '/visits',
  component: lazyRouteComponent(() => import('../visits/visits-page.tsx'), 'VisitsPage'),
});

const visitor = createRoute({
  getParentRoute: () => counter,
  path: '/visitors/$visitor',
  component: lazyRouteComponent(() => import('../visits/visitor-page.tsx'), 'VisitorPage'),
});

/** Where reports stood before the catalogue; links to them live on. */
const movedReports = [
  createRoute({
    getParentRoute: () => counter,
    path: '/traffic',
    beforeLoad: ({ params, search }) => toReport('traffic', params, search),
  }),
  createRoute({
    getParentRoute: () => counter,
    path: '/sources',
    beforeLoad: ({ params, search }) => toReport('sources_summary', params, search),
  }),
] as const;

function toReport(id: string, params: { counterId: string }, search: ReportSearch): never {
  throw redirect({
    to: '/counter/$counterId/report/$report',
    params: { ...params, report: id },
    search,
    replace: true,
  });
}

const goals = createRoute({
  getParentRoute: () => counter,
  path: '/goals',
  component: lazyRouteComponent(() => import('../goals/goals-page.tsx'), 'GoalsPage'),
});

const deletedGoals = createRoute({
  getParentRoute: () => counter,
  path: '/goals/deleted',
  component: lazyRouteComponent(() => import('../goals/deleted-goals-page.tsx'), 'DeletedGoalsPage'),
});

const newGoal = createRoute({
  getParentRoute: () => counter,
  path: '/goals/new',
  component: lazyRouteComponent(() => import('../goals/goal-form-page.tsx'), 'NewGoalPage'),
});

const editGoal = createRoute({
  getParentRoute: () => counter,
  path: '/goals/$goalId',
  component: lazyRouteComponent(() => import('../goals/goal-form-page.tsx'), 'EditGoalPage'),
});

const settings = createRoute({
  getParentRoute: () => counter,
  path: '/settings',
  component: lazyRouteComponent(() => import('../settings/settings-page.tsx'), 'SettingsPage'),
});

const privacy = createRoute({
  getParentRoute: () => counter,
  path: '/privacy',
  component: lazyRouteComponent(() => import('../privacy/privacy-page.tsx'), 'PrivacyPage'),
});

const processingRecord = createRoute({
  getParentRoute: () => counter,
  path: '/privacy/record',
  component: lazyRouteComponent(() => import('../privacy/record-page.tsx'), 'RecordPage'),
});

const people = createRoute({
  getParentRoute: () => counter,
  path: '/people',
  component: lazyRouteComponent(() => import('../access/access-page.tsx'), 'AccessPage'),
});

const alerts = createRoute({
  getParentRoute: () => counter,
  path: '/alerts',
  component: lazyRouteComponent(() => import('../alerts/alerts-page.tsx'), 'AlertsPage'),
});

const install = createRoute({
  getParentRoute: () => counter,
  path: '/install',
  component: lazyRouteComponent(() => import('../install/install-page.tsx'), 'InstallPage'),
});

const health = createRoute({
  getParentRoute: () => counter,
  path: '/health',
  component: lazyRouteComponent(() => import('../health/health-page.tsx'), 'HealthPage'),
});

const counterPages = [
  counterHome,
  overview,
  conversions,
  report,
  funnels,
  retention,
  journeys,
  ...movedReports,
  nowPage,
  catalogue,
  attribution,
  visitLog,
  visitor,
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
  ...counterChatPages,
];
const tree = root.addChildren([
  ...openRoutes,
  inside.addChildren([...ownPages, ...chatPages, counter.addChildren(counterPages)]),
]);

export function makeRouter(queries: QueryClient) {
  return createRouter({
    routeTree: tree,
    context: { queries },
    parseSearch,
    stringifySearch,
    defaultPreload: 'intent',
    defaultPendingMs: 300,
    scrollRestoration: true,
    defaultErrorComponent: RouteFailure,
    defaultNotFoundComponent: NotFound,
  });
}

declare module '@tanstack/react-router' {
  interface Register {
    router: ReturnType<typeof makeRouter>;
  }
}
