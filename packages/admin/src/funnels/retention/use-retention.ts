/** The retention that the address asks for, and how to change it. */
import { useNavigate, useSearch } from '@tanstack/react-router';
import type { RetentionQuestion } from '../../api/retention/retention.ts';
import { useReport, type Report } from '../../report/use-report.ts';
import { retentionQuestion } from '../questions.ts';
import type { RetentionSearch } from './search.ts';

export interface Retention {
  readonly report: Report;
  readonly search: RetentionSearch;
  /** Null while an action does not say enough. */
  readonly question: RetentionQuestion | null;
  change(changes: RetentionSearch): void;
}

export function useRetention(): Retention {
  const report = useReport();
  const search = useSearch({ from: '/inside/counter/$counterId/retention' });
  const navigate = useNavigate();
  const { counterId } = report;
  return {
    report,
    search,
    question: retentionQuestion(report, search),
    change(changes) {
      void navigate({
        to: '/counter/$counterId/retention',
        params: { counterId: String(counterId) },
        search: (before) => ({ ...before, ...changes }),
        resetScroll: false,
      });
    },
  };
}
