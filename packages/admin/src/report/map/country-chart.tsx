/** The chart of countries: a map, or the largest of them over time. */
import { SegmentedControl, Skeleton } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { dataQuery } from '../../api/stat.ts';
import { spelled } from '../dimensions.ts';
import type { Measure } from '../metrics.ts';
import { LinesChart } from '../page/values-chart.tsx';
import { refreshEvery, type Report } from '../use-report.ts';
import { CountryMap } from './country-map.tsx';
import './map.css';

/** More than there are. */
const COUNTRIES = 300;

interface Props {
  readonly report: Report;
  readonly measure: Measure;
}

export function CountryChart({ report, measure }: Props) {
  const { t } = useTranslation();
  const asLines = report.search.chart === 'lines';
  const answer = useQuery({
    ...dataQuery({
      ...report.within,
      metrics: [measure.metric],
      dimensions: [spelled('regionCountry')],
      limit: COUNTRIES,
      ...report.days,
    }),
    enabled: !asLines,
    refetchInterval: refreshEvery(report),
  });
  const name = t(measure.label);
  const controls = (
    <>
      <span className="gp-chart-name">{name}</span>
      <SegmentedControl
        size="xs"
        aria-label={t('map.drawnAs')}
        value={asLines ? 'lines' : 'map'}
        data={[
          { value: 'map', label: t('map.title') },
          { value: 'lines', label: t('map.overTime') },
        ]}
        onChange={(value) => report.change({ chart: value === 'lines' ? 'lines' : undefined })}
      />
    </>
  );
  if (asLines)
    return <LinesChart report={report} dimension="regionCountry" measure={measure} controls={controls} />;
  return (
    <figure
      className={`gp-panel gp-chart gp-map-box ${answer.isPlaceholderData ? 'gp-stale' : ''}`}
      aria-label={t('report.chart', { name })}
    >
      <div className="gp-chart-head">{controls}</div>
      {answer.data === undefined ? (
        <Skeleton className="gp-map" radius={8} />
      ) : (
        <CountryMap report={report} measure={measure} answer={answer.data} />
      )}
    </figure>
  );
}
