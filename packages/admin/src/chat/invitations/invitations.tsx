/** Invitations: a counter's rules, and the one being edited. */
import { Select } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useDeskState } from '../client-scope.tsx';
import { usePlace } from '../place.ts';
import { useCounterName } from '../ui/names.ts';
import { RuleList } from './rule-list.tsx';
import { withWords } from '../../i18n/i18n.ts';
import './invitations.css';
import { lazyPart } from '../../ui/loading/lazy-part.ts';

/** A list is read more often than a rule is changed. */
const RulePage = lazyPart(
  withWords(['chatInvitations'], () => import('./rule-page.tsx')),
  'RulePage',
);

export function Invitations() {
  const { t } = useTranslation();
  const { counterId, search, go } = usePlace();
  const counterName = useCounterName();
  const counters = useDeskState((state) => state.counters);
  const asked = Number(search.site);
  const shown = counterId ?? (counters.includes(asked) ? asked : counters[0]);
  if (shown === undefined) return null;
  return (
    <div className="gp-rules">
      {counterId === null && counters.length > 1 && search.rule === undefined && (
        <Select
          className="gp-rules-site"
          aria-label={t('counter.choose')}
          allowDeselect={false}
          searchable
          data={counters.map((id) => ({ value: String(id), label: counterName(id) }))}
          value={String(shown)}
          onChange={(site) => go('invitations', { site: site ?? undefined })}
        />
      )}
      {search.rule === undefined ? (
        <RuleList key={shown} counterId={shown} />
      ) : (
        <RulePage key={`${shown} ${search.rule}`} counterId={shown} ruleId={search.rule} />
      )}
    </div>
  );
}
