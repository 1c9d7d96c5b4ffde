/** The same funnel as a table, and the table of its break-down. */
import { NativeSelect } from '@mantine/core';
import type { FunnelResponse } from '@goalpost/contract/reports/funnels';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { stepFunnelQuery, type FunnelQuestion } from '../api/funnels/funnels.ts';
import { BREAK_DOWNS, spelled, valueName } from '../report/dimensions.ts';
import { Failure } from '../ui/failure.tsx';
import { useFormat } from '../ui/format.ts';
import type { Funnel } from './use-funnel.ts';
import { useStepName } from './words.ts';
import '../report/parts/table.css';

interface Props {
  readonly funnel: Funnel;
  readonly answer: FunnelResponse;
}

export function FunnelTable({ funnel, answer: { totals } }: Props) {
  const { t } = useTranslation();
  const format = useFormat();
  const nameOf = useStepName(funnel.report.counterId);
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls must be reached by keys
    <div className="gp-panel gp-table-box" role="region" tabIndex={0} aria-label={t('paths.table')}>
      <table className="gp-table">
        <thead>
          <tr>
            {(['step', 'reached', 'share', 'stepShare', 'fell', 'median'] as const).map((column) => (
              <th key={column} scope="col" title={t(`paths.help.${column}`)}>
                {t(`paths.column.${column}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {funnel.steps.map((step, index) => {
            const count = totals[index];
            return (
              // oxlint-disable-next-line react/no-array-index-key -- a step is its place
              <tr key={index}>
                <th scope="row">
                  {index + 1}. {nameOf(step)}
                </th>
                <td className="gp-number">{format.number(count?.reached)}</td>
                <td className="gp-number">{format.percent(count?.share)}</td>
                <td className="gp-number">{format.percent(count?.step_share)}</td>
                <td className="gp-number">{format.number(count?.lost)}</td>
                <td className="gp-number">{format.duration(index === 0 ? null : count?.median_seconds)}</td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}

interface BrokenDownProps {
  readonly funnel: Funnel;
  readonly question: FunnelQuestion;
}

export function FunnelBreakDown({ funnel, question }: BrokenDownProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const nameOf = useStepName(funnel.report.counterId);
  const [by, setBy] = useState('');
  const dimension = BREAK_DOWNS.find((one) => one === by);
  const asked = dimension === undefined ? undefined : spelled(dimension);
  const { data, error, refetch } = useQuery({
    ...stepFunnelQuery(question, asked),
    enabled: asked !== undefined,
  });
  return (
    <section aria-label={t('report.by')}>
      <NativeSelect
        className="gp-funnel-by"
        label={t('report.by')}
        value={by}
        data={[
          { value: '', label: t('paths.notBroken') },
          ...BREAK_DOWNS.map((one) => ({ value: one, label: t(`dimension.${one}`) })),
        ]}
        onChange={(event) => setBy(event.currentTarget.value)}
      />
      {dimension !== undefined && error !== null && data === undefined && (
        <Failure error={error} onRetry={() => void refetch()} />
      )}
      {dimension !== undefined && data !== undefined && (
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls must be reached by keys
        <div className="gp-panel gp-table-box" role="region" tabIndex={0} aria-label={t('paths.byTable')}>
          <table className="gp-table">
            <thead>
              <tr>
                <th scope="col">{t(`dimension.${dimension}`)}</th>
                {funnel.steps.map((step, index) => (
                  // oxlint-disable-next-line react/no-array-index-key -- a step is its place
                  <th key={index} scope="col">
                    {index + 1}. {nameOf(step)}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {data.data.map(({ dimension: value, steps }) => (
                <tr key={String(value.id)}>
                  <th scope="row">{valueName(t, dimension, value)}</th>
                  {steps.map((count, index) => (
                    // oxlint-disable-next-line react/no-array-index-key -- a step is its place
                    <td key={index} className="gp-number">
                      {format.number(count.reached)}{' '}
                      {index > 0 && <span className="gp-dim">{format.percent(count.share)}</span>}
                    </td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </section>
  );
}
