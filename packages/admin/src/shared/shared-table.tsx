/** Rows of a shared report: values with their metrics, totals on top, bars behind the first number. */
import type { SharedAnswer } from '@goalpost/contract/management';
import type { Report as Entry } from '@goalpost/contract/reports/catalogue';
import { useTranslation } from 'react-i18next';
import { valueName } from '../report/dimensions.ts';
import { measureOf, writeValue } from '../report/metrics.ts';
import { useFormat } from '../ui/format.ts';
import '../report/parts/table.css';

interface Props {
  readonly entry: Entry;
  readonly title: string;
  readonly currency: string;
  readonly answer: SharedAnswer;
}

export function SharedTable({ entry, title, currency, answer }: Props) {
  const { t } = useTranslation();
  const format = useFormat();
  const measures = entry.metrics.map((metric) => measureOf(metric, 0, entry.scope));
  const [dimension = 'date'] = entry.dimensions;
  const most = Math.max(1, ...answer.rows.map(({ metrics }) => metrics[0] ?? 0));
  const cells = (values: readonly (number | null)[], barred: boolean) =>
    measures.map((measure, index) => (
      <td key={measure.metric}>
        {barred && index === 0 && (
          <i
            className="gp-table-bar"
            style={{ width: `${((values[0] ?? 0) / most) * 100}%` }}
            aria-hidden="true"
          />
        )}
        <span className="gp-number">{writeValue(format, measure.kind, values[index], currency)}</span>
      </td>
    ));
  return (
    <>
      <div className="gp-panel gp-table-box">
        <table className="gp-table" aria-label={title}>
          <thead>
            <tr>
              <th scope="col">{t(`dimension.${dimension}`)}</th>
              {measures.map((measure) => (
                <th key={measure.metric} scope="col" title={t(measure.help)}>
                  {t(measure.label)}
                </th>
              ))}
            </tr>
            <tr className="gp-table-totals">
              <th scope="row">{t('shared.total')}</th>
              {cells(answer.totals, false)}
            </tr>
          </thead>
          <tbody>
            {answer.rows.map((row) => (
              <tr key={String(row.id)}>
                <th scope="row">
                  <span className="gp-table-name">
                    <span className="gp-table-text">{valueName(t, dimension, row)}</span>
                  </span>
                </th>
                {cells(row.metrics, true)}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {answer.total_rows > answer.rows.length && (
        <p className="gp-dim">
          {t('shared.more', {
            n: format.number(answer.rows.length),
            all: format.number(answer.total_rows),
          })}
        </p>
      )}
    </>
  );
}
