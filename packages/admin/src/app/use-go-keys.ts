/** Keys that lead from screen to screen: G and the letter of the screen. */
import { useNavigate } from '@tanstack/react-router';
import { carried } from '../report/state/search.ts';
import { useKeys } from '../ui/keys/use-keys.ts';

export function useGoKeys(counterId: number | null): void {
  const navigate = useNavigate();
  const params = { counterId: String(counterId) };
  const within = (deed: () => void) => (): void => {
    if (counterId !== null) deed();
  };
  useKeys({
    boards: () => void navigate({ to: '/boards' }),
    overview: within(() => void navigate({ to: '/counter/$counterId/overview', params, search: carried })),
    conversions: within(
      () => void navigate({ to: '/counter/$counterId/conversions', params, search: carried }),
    ),
    visits: within(() => void navigate({ to: '/counter/$counterId/visits', params, search: carried })),
    reports: within(() => void navigate({ to: '/counter/$counterId/reports', params, search: carried })),
    goals: within(() => void navigate({ to: '/counter/$counterId/goals', params, search: carried })),
    inbox: within(() => void navigate({ to: '/counter/$counterId/chat/inbox', params })),
    sources: within(
      () =>
        void navigate({
          to: '/counter/$counterId/report/$report',
          params: { ...params, report: 'sources_summary' },
          search: carried,
        }),
    ),
  });
}
