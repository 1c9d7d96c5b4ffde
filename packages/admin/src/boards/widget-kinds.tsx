/** What a widget can be: a number with its change, a line over time, the largest rows. */
import type { ReportWidget } from '@goalpost/contract/management';
import type { DimensionId } from '@goalpost/contract/reports/names';
import { Skeleton } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { bytimeQuery, dataQuery } from '../api/stat.ts';
import { Chart } from '../report/chart/chart.tsx';
import { valueName } from '../report/dimensions.ts';
import { VISITS, writeValue, type Measure } from '../report/metrics.ts';
import { ChangeCell } from '../report/parts/change-cell.tsx';
import { useMeasureLines } from '../report/use-lines.ts';
import type { Report } from '../report/use-report.ts';
import { useFormat } from '../ui/format.ts';
import '../report/parts/table.css';

/** Boards hang on walls: they look again, whether or not the period is open. */
const REFRESH_MS = 60_000;
const ROWS = 10;

interface Props {
  readonly report: Report;
  readonly question: ReportWidget;
  readonly name: string;
  /** Null: a metric that screens do not know. */
  readonly measure: Measure | null;
  readonly dimension: DimensionId | null;
}

export function NumberWidget({ report, question, measure }: Props) {
  const format = useFormat();
  const { within, days, before } = report;
  const asked = { ...within, metrics: [question.metric] };
  const now = useQuery({ ...dataQuery({ ...asked, ...days }), refetchInterval: REFRESH_MS });
  const past = useQuery({ ...dataQuery({ ...asked, ...(before ?? days) }), enabled: before !== null });
  if (now.data === undefined) return <Waiting error={now.error} height={56} />;
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

export function ChartWidget({ report, question, name, measure }: Props) {
  const { within, days, before, group } = report;
  const asked = { ...within, metrics: [question.metric], group };
  const now = useQuery({ ...bytimeQuery({ ...asked, ...days }), refetchInterval: REFRESH_MS });
  const past = useQuery({ ...bytimeQuery({ ...asked, ...(before ?? days) }), enabled: before !== null });
  const model = useMeasureLines(report, measure ?? VISITS, 0, now.data, before ? past.data : undefined);
  if (now.data === undefined && now.error !== null) return <Waiting error={now.error} height={264} />;
  return <Chart name={name} model={model} stale={now.isPlaceholderData} />;
}

export function TableWidget({ report, question, name, measure, dimension }: Props) {
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
  if (answer.data === undefined) return <Waiting error={answer.error} height={264} />;
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

function Waiting({ error, height }: { readonly error: Error | null; readonly height: number }) {
  const { t } = useTranslation();
  if (error === null) return <Skeleton height={height} radius={8} />;
  return (
    <p className="gp-dim" role="alert">
      {t('boards.failed', { message: error.message })}
    </p>
  );
}
