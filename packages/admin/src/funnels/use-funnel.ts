/** The funnel that the address asks for, and how to change it. */
import { useNavigate, useSearch } from '@tanstack/react-router';
import type { FunnelQuestion } from '../api/funnels/funnels.ts';
import { useReport, type Report } from '../report/use-report.ts';
import { funnelQuestion } from './questions.ts';
import { readSteps, type DraftStep, type FunnelSearch } from './search.ts';

export interface Funnel {
  readonly report: Report;
  readonly search: FunnelSearch;
  readonly steps: readonly DraftStep[];
  /** Null while the steps do not say enough. */
  readonly question: FunnelQuestion | null;
  change(changes: FunnelSearch): void;
}

/** Somewhere to begin: any page, then a conversation. */
export const FIRST_STEPS: readonly DraftStep[] = [{ type: 'page' }, { type: 'chat' }];

export function useFunnel(): Funnel {
  const report = useReport();
  const search = useSearch({ from: '/inside/counter/$counterId/funnels' });
  const navigate = useNavigate();
  const steps = readSteps(search.steps);
  const { counterId } = report;
  return {
    report,
    search,
    steps,
    question: funnelQuestion(report, search, steps),
    change(changes) {
      void navigate({
        to: '/counter/$counterId/funnels',
        params: { counterId: String(counterId) },
        search: (before) => ({ ...before, ...changes }),
        resetScroll: false,
      });
    },
  };
}
