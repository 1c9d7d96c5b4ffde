/** What all screens of one counter have in common: the parts of its address, and who may be there. */
import { createRoute, redirect } from '@tanstack/react-router';
import { may } from '@goalpost/contract/management/roles';
import { counterQuery } from '../../api/counters.ts';
import { CounterScope } from '../../counter/counter-scope.tsx';
import { readReportSearch } from '../../report/state/search.ts';
import { inside } from './inside.tsx';

/** All that an operator has of a counter. */
const CHAT_SCREENS = /\/chat\/(?:inbox|users)\/?$/;
/** All that those have whose access is limited [A85]. */
const REPORT_SCREENS = /\/(?:report\/[^/]+|reports)\/?$/;
const FIRST_REPORT = 'sources_summary';

export const counter = createRoute({
  getParentRoute: () => inside,
  path: '/counter/$counterId',
  validateSearch: readReportSearch,
  beforeLoad: async ({ context, params, location }) => {
    const id = Number(params.counterId);
    if (!Number.isSafeInteger(id) || CHAT_SCREENS.test(location.pathname)) return;
    // Columns of goals are part of a report's question: both are on their way at once.
    void import('../../api/goals.ts').then(({ goalsQuery }) => context.queries.prefetchQuery(goalsQuery(id)));
    // What cannot be known here is said by the screen itself.
    const found = await context.queries.ensureQueryData(counterQuery(id)).catch(() => null);
    if (found === null || may(found.permission, 'view')) return;
    if (may(found.permission, 'report')) {
      if (REPORT_SCREENS.test(location.pathname)) return;
      const to = '/counter/$counterId/report/$report';
      throw redirect({ to, params: { ...params, report: FIRST_REPORT }, replace: true });
    }
    throw redirect({ to: '/counter/$counterId/chat/inbox', params, replace: true });
  },
  component: CounterScope,
});
