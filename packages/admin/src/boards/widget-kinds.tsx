/** What a widget can be: a number with its change, a line over time, the largest rows. */
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { bytimeQuery, dataQuery } from '../api/stat.ts';
import { Chart } from '../report/chart/chart.tsx';
import { valueName } from '../report/dimensions.ts';
import { VISITS, writeValue } from '../report/metrics.ts';
import { ChangeCell } from '../report/parts/change-cell.tsx';
import { useMeasureLines } from '../report/use-lines.ts';
import { useFormat } from '../ui/format.ts';
import { LOW, REFRESH_MS, ROWS, TALL, Waiting, type WidgetProps } from './widget-parts.tsx';
import '../report/parts/table.css';

export function NumberWidget({ report, question, measure }: WidgetProps) {
  const format = useFormat();
  const { within, days, before } = report;
  const asked = { ...within, metrics: [question.metric] };
  const now = useQuery({ ...dataQuery({ ...asked, ...days }), refetchInterval: REFRESH_MS });
  const past = useQuery({ ...dataQuery({ ...asked, ...(before ?? days) }), enabled: before !== null });
  if (now.data === undefined) return <Waiting error={now.error} height={LOW} />;
  const [value] = now.data.totals;
  return (
    <p className="gp-widget-number">
      <b className="gp-number">{writeValue(format, measure?.kind ?? 'decimal', value, report.currency)}</b>
      {/* A rate has no weight of its own here, so that nothing is said of its change. */}
      {measure !== null && measure.kind !== 'percent' && (
        <ChangeCell report={report} measure={measure} now={value} before={past.data?.totals[0]} />
      )}
      <span className="gp-dim">{format.range(days.from, days.to)}</span>
    </p>
  );
}

export function ChartWidget({ report, question, name, measure }: WidgetProps) {
  const { within, days, before, group } = report;
  const asked = { ...within, metrics: [question.metric], group };
  const now = useQuery({ ...bytimeQuery({ ...asked, ...days }), refetchInterval: REFRESH_MS });
  const past = useQuery({ ...bytimeQuery({ ...asked, ...(before ?? days) }), enabled: before !== null });
  const model = useMeasureLines(report, measure ?? VISITS, 0, {
    now: now.data,
    before: before ? past.data : undefined,
  });
  if (now.data === undefined && now.error !== null) return <Waiting error={now.error} height={TALL} />;
  return <Chart name={name} model={model} stale={now.isPlaceholderData} />;
}

export function TableWidget({ report, question, name, measure, dimension }: WidgetProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const answer = useQuery({
    ...dataQuery({
      ...report.within,
      metrics: [question.metric],
      dimensions: [question.dimension ?? ''],
      sort: `-${question.metric}`,
      limit: ROWS,
      ...report.days,
    }),
    refetchInterval: REFRESH_MS,
  });
  if (answer.data === undefined) return <Waiting error={answer.error} height={TALL} />;
  if (answer.data.data.length === 0) return <p className="gp-dim">{t('boards.nothing')}</p>;
  const write = (value: number | null | undefined): string =>
    writeValue(format, measure?.kind ?? 'decimal', value, report.currency);
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls must be reached by keys
    <div className="gp-widget-table" role="region" tabIndex={0} aria-label={name}>
      <table className="gp-table">
        <thead>
          <tr>
            <th scope="col">{dimension === null ? question.dimension : t(`dimension.${dimension}`)}</th>
            <th scope="col">{measure === null ? question.metric : t(measure.label)}</th>
          </tr>
        </thead>
        <tbody>
          {answer.data.data.map(({ dimensions: [value], metrics }) => (
            <tr key={`${value?.id ?? ''} ${value?.name ?? ''}`}>
              <th scope="row">
                <span className="gp-table-name">
                  <span className="gp-table-text">
                    {dimension === null ? (value?.name ?? t('report.unset')) : valueName(t, dimension, value)}
                  </span>
                </span>
              </th>
              <td className="gp-number">{write(metrics[0])}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
