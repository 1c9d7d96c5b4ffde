/** A row for each source, a column for each model, and how far they are from the usual one. */
import {
  ATTRIBUTION_MODELS,
  type AttributionModel,
  type AttributionResponse,
} from '@goalpost/contract/reports/attribution';
import type { DimensionId } from '@goalpost/contract/reports/names';
import { useTranslation } from 'react-i18next';
import { valueName } from '../../report/dimensions.ts';
import { OtherRevenue } from '../../report/parts/other-revenue.tsx';
import { Delta } from '../../report/parts/delta.tsx';
import { changeOf } from '../../report/state/change.ts';
import { useFormat } from '../../ui/format.ts';
import '../../report/parts/table.css';
import './models.css';

/** What the reports show unless told otherwise: the others are told against it. */
const USUAL: AttributionModel = 'lastsign';
const MODELS = [USUAL, ...ATTRIBUTION_MODELS.filter((model) => model !== USUAL)];

interface Props {
  readonly answer: AttributionResponse;
  readonly shown: 'reaches' | 'revenue';
  readonly dimension: DimensionId;
  readonly currency: string;
  readonly stale: boolean;
}

export function ModelsTable({ answer, shown, dimension, currency, stale }: Props) {
  const { t } = useTranslation();
  const format = useFormat();
  const write = (value: number | undefined): string =>
    shown === 'revenue' ? format.money(value, currency) : format.short(value);
  const effects = new Map(
    answer.removal_effects.map(({ dimension: value, effect }) => [
      String(value.id ?? value.name ?? ''),
      effect,
    ]),
  );
  const model = t(`models.names.${USUAL}`);
  const words = {
    rose: (n: string) => t('models.more', { n, model }),
    fell: (n: string) => t('models.less', { n, model }),
    same: t('models.same'),
  };
  const rows = answer.data.toSorted((a, b) => (b[shown][USUAL] ?? 0) - (a[shown][USUAL] ?? 0));
  return (
    <div className="gp-panel gp-table-box" role="region" aria-label={t('models.title')} tabIndex={0}>
      <table className={`gp-table gp-models ${stale ? 'gp-stale' : ''}`}>
        <thead>
          <tr>
            <th scope="col" title={t(`dimensionHelp.${dimension}`)}>
              {t(`dimension.${dimension}`)}
            </th>
            {MODELS.map((model) => (
              <th key={model} scope="col" title={t(`models.help.${model}`)}>
                {t(`models.names.${model}`)}
              </th>
            ))}
            <th scope="col" title={t('models.removalHelp')}>
              {t('models.removal')}
            </th>
          </tr>
          <tr className="gp-table-totals">
            <th scope="row" title={t('models.total')}>
              {t('report.totalAverage')}
            </th>
            {MODELS.map((model) => (
              <td key={model} className="gp-number">
                {write(answer.totals[shown][model])}
                {shown === 'revenue' && model === USUAL && <OtherRevenue sums={answer.other_revenue} />}
              </td>
            ))}
            <td />
          </tr>
        </thead>
        <tbody>
          {rows.map(({ dimension: value, ...row }) => {
            const id = String(value.id ?? value.name ?? '');
            const usual = row[shown][USUAL];
            return (
              <tr key={id}>
                <th scope="row">
                  <span className="gp-table-name">{valueName(t, dimension, value)}</span>
                </th>
                {MODELS.map((model) => (
                  <td key={model}>
                    <span className="gp-number">{write(row[shown][model])}</span>
                    {model !== USUAL && (
                      <Delta
                        words={words}
                        change={changeOf(row[shown][model], usual, [row.reaches[model], row.reaches[USUAL]])}
                      />
                    )}
                  </td>
                ))}
                <td className="gp-number">{format.percent(percentOf(effects.get(id)))}</td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}

const percentOf = (share: number | undefined): number | undefined =>
  share === undefined ? undefined : share * 100;
