/** Screens of one counter that answer questions: reports, funnels, visits. */
import { createRoute, lazyRouteComponent, redirect } from '@tanstack/react-router';
import { readModelsSearch } from '../../conversions/models/search.ts';
import { readJourneySearch } from '../../funnels/journeys/search.ts';
import { readRetentionSearch } from '../../funnels/retention/search.ts';
import { readFunnelSearch } from '../../funnels/search.ts';
import type { ReportSearch } from '../../report/state/search.ts';
import { counter } from './counter.ts';
import { withWords } from '../../i18n/i18n.ts';

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
  component: lazyRouteComponent(
    withWords(['catalogue', 'reports'], () => import('../../overview/overview-page.tsx')),
    'OverviewPage',
  ),
});

const conversions = createRoute({
  getParentRoute: () => counter,
  path: '/conversions',
  component: lazyRouteComponent(
    withWords(
      ['funnel', 'goalTypes', 'goals', 'reports', 'workbench'],
      () => import('../../conversions/conversions-page.tsx'),
    ),
    'ConversionsPage',
  ),
});

const report = createRoute({
  getParentRoute: () => counter,
  path: '/report/$report',
  component: lazyRouteComponent(() => import('../../report/page/report-page.tsx'), 'ReportPage'),
});

const funnels = createRoute({
  getParentRoute: () => counter,
  path: '/funnels',
  validateSearch: readFunnelSearch,
  component: lazyRouteComponent(
    withWords(['chat', 'paths', 'savedPaths'], () => import('../../funnels/funnels-page.tsx')),
    'FunnelsPage',
  ),
});

const retention = createRoute({
  getParentRoute: () => counter,
  path: '/retention',
  validateSearch: readRetentionSearch,
  component: lazyRouteComponent(
    withWords(
      ['paths', 'retention', 'savedPaths'],
      () => import('../../funnels/retention/retention-page.tsx'),
    ),
    'RetentionPage',
  ),
});

const journeys = createRoute({
  getParentRoute: () => counter,
  path: '/journeys',
  validateSearch: readJourneySearch,
  component: lazyRouteComponent(
    withWords(['journeys', 'paths', 'savedPaths'], () => import('../../funnels/journeys/journeys-page.tsx')),
    'JourneysPage',
  ),
});

const nowPage = createRoute({
  getParentRoute: () => counter,
  path: '/now',
  component: lazyRouteComponent(
    withWords(['now', 'visits', 'chat'], () => import('../../visits/now/now-page.tsx')),
    'NowPage',
  ),
});

const catalogue = createRoute({
  getParentRoute: () => counter,
  path: '/reports',
  component: lazyRouteComponent(
    withWords(['catalogue'], () => import('../catalogue/catalogue-page.tsx')),
    'CataloguePage',
  ),
});

const attribution = createRoute({
  getParentRoute: () => counter,
  path: '/attribution',
  validateSearch: readModelsSearch,
  component: lazyRouteComponent(
    withWords(['catalogue'], () => import('../../conversions/models/models-page.tsx')),
    'ModelsPage',
  ),
});

const visitLog = createRoute({
  getParentRoute: () => counter,
  path: '/visits',
  component: lazyRouteComponent(
    withWords(['chat', 'visits'], () => import('../../visits/visits-page.tsx')),
    'VisitsPage',
  ),
});

const visitor = createRoute({
  getParentRoute: () => counter,
  path: '/visitors/$visitor',
  component: lazyRouteComponent(
    withWords(['chat', 'health', 'visits'], () => import('../../visits/visitor-page.tsx')),
    'VisitorPage',
  ),
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

export const reportPages = [
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
] as const;
