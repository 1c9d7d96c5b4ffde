/** The screen "Compare models": conversions of each source by several models of attribution [M125]. */
import { NativeSelect } from '@mantine/core';
import { IconScaleOff } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { modelsQuery } from '../../api/questions/attribution.ts';
import { goalsQuery } from '../../api/goals.ts';
import { BREAK_DOWNS, shortName } from '../../report/dimensions.ts';
import { FilterBar } from '../../report/filters/filter-bar.tsx';
import { ReportFailure } from '../../report/filters/report-failure.tsx';
import { SectionLinks } from '../../report/page/section-links.tsx';
import { ReportBar } from '../../report/report-bar.tsx';
import { useReport } from '../../report/use-report.ts';
import { Empty } from '../../ui/empty.tsx';
import { PageHead } from '../../ui/page-head.tsx';
import { PageSkeleton } from '../../ui/page-skeleton.tsx';
import { ModelsTable } from './models-table.tsx';
import { USUAL_WINDOW, WINDOWS, type ModelsSearch } from './search.ts';

const SHOWN = 100;

export function ModelsPage() {
  const { t } = useTranslation();
  const report = useReport();
  const search = useSearch({ from: '/inside/counter/$counterId/attribution' });
  const navigate = useNavigate();
  const { counterId, within, days } = report;
  const goals = useQuery(goalsQuery(counterId)).data ?? [];
  const dimension = BREAK_DOWNS.find((id) => shortName(id) === report.search.by) ?? BREAK_DOWNS[0];
  const answer = useQuery(
    modelsQuery({
      counterId,
      goalId: search.goal,
      // Which visit is credited is what the models say: a source here is each visit's own.
      dimension: `ym:s:${dimension.replace('<attribution>', 'last')}`,
      windowDays: search.window ?? USUAL_WINDOW,
      ...days,
      filters: within.filters,
      segment: within.segment,
      limit: SHOWN,
    }),
  );
  const change = (changes: ModelsSearch): void =>
    void navigate({ to: '.', search: (prev) => ({ ...prev, ...changes }), resetScroll: false });
  const shown = search.show ?? 'reaches';
  const { data } = answer;
  return (
    <>
      <PageHead title={t('models.title')} />
      <SectionLinks section="conversions" counterId={counterId} />
      <p className="gp-dim gp-models-text">{t('models.text')}</p>
      <div className="gp-controls">
        <FilterBar report={report} attributed={false} />
        <ReportBar report={report} compared={false} grouped={false}>
          <NativeSelect
            aria-label={t('models.goal')}
            data={[
              { value: '', label: t('models.allGoals') },
              ...goals.map(({ id, name }) => ({ value: String(id), label: name })),
            ]}
            value={search.goal ?? ''}
            onChange={(event) => change({ goal: event.currentTarget.value || undefined })}
          />
          <NativeSelect
            aria-label={t('models.by')}
            data={BREAK_DOWNS.map((id) => ({ value: shortName(id), label: t(`dimension.${id}`) }))}
            value={shortName(dimension)}
            onChange={(event) => report.change({ by: event.currentTarget.value })}
          />
          <NativeSelect
            aria-label={t('models.show')}
            data={(['reaches', 'revenue'] as const).map((value) => ({ value, label: t(`models.${value}`) }))}
            value={shown}
            onChange={(event) =>
              change({ show: event.currentTarget.value === 'revenue' ? 'revenue' : undefined })
            }
          />
          <NativeSelect
            aria-label={t('models.window')}
            data={WINDOWS.map((value) => ({
              value,
              label: `${t('models.window')} ${t('models.windowDays', { count: Number(value) })}`,
            }))}
            value={search.window ?? USUAL_WINDOW}
            onChange={(event) => {
              const wanted = WINDOWS.find((value) => value === event.currentTarget.value);
              change({ window: wanted === USUAL_WINDOW ? undefined : wanted });
            }}
          />
        </ReportBar>
      </div>
      {answer.isError && !data ? (
        <ReportFailure report={report} error={answer.error} onRetry={() => void answer.refetch()} />
      ) : data === undefined ? (
        <PageSkeleton />
      ) : data.data.length === 0 ? (
        <Empty icon={<IconScaleOff />} title={t('models.none')} text={t('models.noneText')} />
      ) : (
        <ModelsTable
          answer={data}
          shown={shown}
          dimension={dimension}
          currency={report.currency}
          stale={answer.isPlaceholderData}
        />
      )}
    </>
  );
}
