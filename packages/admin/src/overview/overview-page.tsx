/** The overview: one calm screen that says how the site does. */
import { IconCode } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Chart } from '../report/chart/chart.tsx';
import { ChartNotes } from '../report/notes/chart-notes.tsx';
import { VISITS } from '../report/metrics.ts';
import { FilterBar } from '../report/filters/filter-bar.tsx';
import { ReportBar } from '../report/report-bar.tsx';
import { MetricHelp } from '../report/parts/metric-help.tsx';
import { Tiles } from '../report/parts/tiles.tsx';
import { useMeasureLines } from '../report/use-lines.ts';
import { toInterval } from '../report/state/to-interval.ts';
import { useReport } from '../report/use-report.ts';
import { Empty } from '../ui/empty.tsx';
import { ButtonLink } from '../ui/links.tsx';
import { PageHead } from '../ui/page-head.tsx';
import { TopGoals } from './top-goals.tsx';
import { TopList } from './top-list.tsx';
import { WhatChanged } from './what-changed.tsx';
import { OVERVIEW_MEASURES, useOverview } from './use-overview.ts';
import { FilteredAway, isFiltered, ReportFailure } from '../report/filters/report-failure.tsx';
import './overview.css';

export function OverviewPage() {
  const { t } = useTranslation();
  const report = useReport();
  const overview = useOverview(report);
  const found = OVERVIEW_MEASURES.findIndex((measure) => shortName(measure.metric) === report.search.metric);
  const place = Math.max(found, 0);
  const measure = OVERVIEW_MEASURES[place] ?? VISITS;
  const model = useMeasureLines(report, measure, place, overview);
  const params = { counterId: String(report.counterId) };
  const nothing = overview.tiles !== undefined && !overview.stale && overview.tiles[0]?.now === 0;
  return (
    <>
      <PageHead title={t('overview.title')} />
      <div className="gp-controls">
        <FilterBar report={report} />
        <ReportBar report={report} />
      </div>
      {overview.error && overview.tiles === undefined ? (
        <ReportFailure report={report} error={overview.error} onRetry={overview.retry} />
      ) : nothing && isFiltered(report) ? (
        <FilteredAway report={report} />
      ) : nothing ? (
        <Empty icon={<IconCode />} title={t('report.empty')} text={t('report.emptyText')}>
          <ButtonLink to="/counter/$counterId/install" params={params}>
            {t('health.toInstall')}
          </ButtonLink>
        </Empty>
      ) : (
        <>
          <Tiles
            tiles={overview.tiles}
            count={OVERVIEW_MEASURES.length}
            currency={report.currency}
            compared={report.before !== null}
            open={report.open}
            chosen={measure.metric}
            stale={overview.stale}
            onChoose={(metric) => report.change({ metric: shortName(metric) })}
          />
          <Chart
            name={t(measure.label)}
            model={model}
            stale={overview.stale}
            tall
            onPick={(index) => toInterval(report, overview.now?.time_intervals[index])}
          />
          <ChartNotes report={report} />
          <WhatChanged report={report} />
          <div className="gp-tops">
            <TopGoals report={report} />
            <TopList
              report={report}
              dimension="<attribution>TrafficSource"
              title={t('overview.topSources')}
              whole="sources_summary"
            />
            <TopList
              report={report}
              dimension="startURLPath"
              title={t('overview.topPages')}
              whole="content_entrance"
            />
            <TopList
              report={report}
              dimension="deviceCategory"
              title={t('overview.topDevices')}
              whole="tech_devices"
            />
          </div>
          <MetricHelp measures={OVERVIEW_MEASURES} />
        </>
      )}
    </>
  );
}

function shortName(metric: string): string {
  return metric.replace('ym:s:', '');
}
