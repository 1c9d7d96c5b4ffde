/** A funnel, retention or journeys as a link keeps it: the question of the API, and its steps in words. */
import type { PathAddress, PathKind, SharePath } from '@goalpost/contract/management';
import { useTranslation } from 'react-i18next';
import type { Report } from '../../report/use-report.ts';
import { aboutOf, readJourneySearch } from '../journeys/search.ts';
import { funnelQuestion, journeyQuestion, retentionQuestion } from '../questions.ts';
import { readAction, readRetentionSearch } from '../retention/search.ts';
import { readFunnelSearch, readSteps, type DraftStep } from '../search.ts';
import { useStepName } from '../words.ts';

type Asked = Pick<Report, 'counterId' | 'days' | 'within'>;

/** @param anyVisit what doing anything at all is called */
export function sharedPath(
  kind: PathKind,
  address: PathAddress,
  report: Asked,
  { nameOf, anyVisit }: { readonly nameOf: (step: DraftStep) => string; readonly anyVisit: string },
): SharePath | null {
  switch (kind) {
    case 'funnel': {
      const search = readFunnelSearch(address);
      const steps = readSteps(search.steps);
      const asked = funnelQuestion(report, search, steps);
      if (asked === null) return null;
      const { scope, window } = asked;
      const question = {
        steps: JSON.stringify(asked.steps),
        scope,
        ...(window === undefined ? {} : { window }),
      };
      return { kind, question, labels: steps.map(nameOf), people: false };
    }
    case 'retention': {
      const search = readRetentionSearch(address);
      const asked = retentionQuestion(report, search);
      if (asked === null) return null;
      const { first, second, unit, mode } = asked;
      const question = { first: JSON.stringify(first), return: JSON.stringify(second), unit, mode };
      const labels = [search.first, search.back].map((text) => {
        const action = readAction(text);
        return action === null ? anyVisit : nameOf(action);
      });
      return { kind, question, labels, people: search.cells === 'people' };
    }
    case 'journey': {
      const search = readJourneySearch(address);
      const asked = journeyQuestion(report, search);
      if (asked === null) return null;
      const { about, scope, depth } = asked;
      const question = { about: JSON.stringify(about), scope, depth: String(depth) };
      return { kind, question, labels: [nameOf(aboutOf(search.about))], people: false };
    }
  }
}

export function useSharedPath(kind: PathKind, address: PathAddress, report: Asked): SharePath | null {
  const { t } = useTranslation();
  const nameOf = useStepName(report.counterId);
  return sharedPath(kind, address, report, { nameOf, anyVisit: t('kept.anyVisit') });
}
