/** What policies of the pages have blocked, where there is something and the reader is the server's owner. */
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { policyReportsQuery } from '../../api/privacy/policy-reports.ts';
import { useFormat } from '../../ui/format.ts';
import { Section } from '../../ui/section.tsx';

export function PolicyReports() {
  const { t } = useTranslation();
  const format = useFormat();
  const reports = useQuery(policyReportsQuery).data ?? [];
  if (reports.length === 0) return null;
  return (
    <Section title={t('blocked.title')} text={t('blocked.text')}>
      <ul className="gp-rows" aria-label={t('blocked.title')}>
        {reports.map(({ directive, blocked, page, count, last_at: lastAt }) => (
          <li key={`${directive} ${blocked} ${page}`}>
            <div>
              <strong>{blocked}</strong>
              <span>
                {directive} · {page}
              </span>
              <span className="gp-dim">{t('blocked.times', { count, moment: format.moment(lastAt) })}</span>
            </div>
          </li>
        ))}
      </ul>
    </Section>
  );
}
