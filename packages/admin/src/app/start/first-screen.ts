/** Tells when the first screen stands: no page, part or answer of it is waited for any more. */
import type { QueryClient } from '@tanstack/react-query';
import type { AnyRouter } from '@tanstack/react-router';
import { whenIdle } from '../../ui/loading/when-idle.ts';

/** Calls once. A screen asks after it has been drawn, so each answer is followed by a look in idle time. */
export function onFirstScreen(router: AnyRouter, queries: QueryClient, done: () => void): void {
  let isDone = false;
  const isCalm = (): boolean => {
    const asked = queries.getQueryCache().getAll();
    return router.state.status === 'idle' && asked.length > 0 && queries.isFetching() === 0;
  };
  const look = (): void => {
    if (isDone || !isCalm()) return;
    isDone = true;
    stopRouter();
    stopQueries();
    done();
  };
  const later = (): void => {
    if (isCalm()) whenIdle(() => whenIdle(look));
  };
  const stopQueries = queries.getQueryCache().subscribe(later);
  const stopRouter = router.subscribe('onRendered', later);
}
