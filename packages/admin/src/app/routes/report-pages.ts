/** Screens of one counter that answer questions: reports, funnels, visits. */
import { createRoute, lazyRouteComponent, redirect } from '@tanstack/react-router';
import { readModelsSearch } from '../../conversions/models/search.ts';
import { readJourneySearch } from '../../funnels/journeys/search.ts';
import { readRetentionSearch } from '../../funnels/retention/search.ts';
import { readFunnelSearch } from '../../funnels/search.ts';
import type { ReportSearch } from '../../report/state/search.ts';
import { counter } from './counter.ts';

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
  component: lazyRouteComponent(() => import('../../overview/overview-page.tsx'), 'OverviewPage'),
});

const conversions = createRoute({
  getParentRoute: () => counter,
  path: '/conversions',
  component: lazyRouteComponent(() => import('../../conversions/conversions-page.tsx'), 'ConversionsPage'),
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
  component: lazyRouteComponent(() => import('../../funnels/funnels-page.tsx'), 'FunnelsPage'),
});

const retention = createRoute({
  getParentRoute: () => counter,
  path: '/retention',
  validateSearch: readRetentionSearch,
  component: lazyRouteComponent(() => import('../../funnels/retention/retention-page.tsx'), 'RetentionPage'),
});

const journeys = createRoute({
  getParentRoute: () => counter,
  path: '/journeys',
  validateSearch: readJourneySearch,
  component: lazyRouteComponent(() => import('../../funnels/journeys/journeys-page.tsx'), 'JourneysPage'),
});

const nowPage = createRoute({
  getParentRoute: () => counter,
  path: '/now',
  component: lazyRouteComponent(() => import('../../visits/now/now-page.tsx'), 'NowPage'),
});

const catalogue = createRoute({
  getParentRoute: () => counter,
  path: '/reports',
  component: lazyRouteComponent(() => import('../catalogue/catalogue-page.tsx'), 'CataloguePage'),
});

const attribution = createRoute({
  getParentRoute: () => counter,
  path: '/attribution',
  validateSearch: readModelsSearch,
  component: lazyRouteComponent(() => import('../../conversions/models/models-page.tsx'), 'ModelsPage'),
});

const visitLog = createRoute({
  getParentRoute: () => counter,
  path: '/visits',
  component: lazyRouteComponent(() => import('../../visits/visits-page.tsx'), 'VisitsPage'),
});

const visitor = createRoute({
  getParentRoute: () => counter,
  path: '/visitors/$visitor',
  component: lazyRouteComponent(() => import('../../visits/visitor-page.tsx'), 'VisitorPage'),
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
