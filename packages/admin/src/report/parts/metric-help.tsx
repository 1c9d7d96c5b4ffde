/** What the numbers of a screen mean, a sentence each; also for those who cannot hover. */
import { useTranslation } from 'react-i18next';
import type { Measure } from '../metrics.ts';
import './metric-help.css';

export function MetricHelp({ measures }: { readonly measures: readonly Measure[] }) {
  const { t } = useTranslation();
  const distinct = [...new Map(measures.map((measure) => [measure.help, measure])).values()];
  return (
    <details className="gp-metric-help">
      <summary>{t('report.help')}</summary>
      <dl>
        {distinct.map(({ label, help }) => (
          <div key={help}>
            <dt>{t(label)}</dt>
            <dd>{t(help)}</dd>
          </div>
        ))}
      </dl>
    </details>
  );
}
