/** Funnels: steps put together by clicking, how far people come through them, and who fell out. */
import { Button, NativeSelect } from '@mantine/core';
import { IconFilter2, IconStairsDown } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { stepFunnelQuery, type FunnelQuestion } from '../api/funnels/funnels.ts';
import { FilterBar } from '../report/filters/filter-bar.tsx';
import { ReportFailure } from '../report/filters/report-failure.tsx';
import { ReportBar } from '../report/report-bar.tsx';
import { segmentsQuery } from '../report/segments/stored-segments.ts';
import { Empty } from '../ui/empty.tsx';
import { PageHead } from '../ui/page-head.tsx';
import { PageSkeleton } from '../ui/page-skeleton.tsx';
import { FunnelChart } from './funnel-chart.tsx';
import { FunnelBreakDown, FunnelTable } from './funnel-table.tsx';
import { LostPeople } from './lost-people.tsx';
import { openedAddress } from './saved/kept-address.ts';
import { SavedBar } from './saved/saved-bar.tsx';
import { WINDOWS } from './search.ts';
import { StepEditor } from './step-editor.tsx';
import { FIRST_STEPS, useFunnel, type Funnel } from './use-funnel.ts';
import './funnels.css';

export function FunnelsPage() {
  const { t } = useTranslation();
  const funnel = useFunnel();
  return (
    <>
      <PageHead title={t('paths.funnels')}>
        <SavedBar
          kind="funnel"
          counterId={funnel.report.counterId}
          search={{ ...funnel.report.search, ...funnel.search }}
          whole={funnel.question !== null}
          onOpen={(address) => funnel.change({ ...openedAddress('funnel', address), lost: undefined })}
        />
      </PageHead>
      {funnel.steps.length === 0 ? (
        <Empty icon={<IconStairsDown />} title={t('paths.none')} text={t('paths.noneText')}>
          <Button onClick={() => funnel.change({ steps: JSON.stringify(FIRST_STEPS) })}>
            {t('paths.begin')}
          </Button>
        </Empty>
      ) : (
        <>
          <div className="gp-controls">
            <FilterBar report={funnel.report} />
            <ReportBar report={funnel.report} grouped={false}>
              <HowMenu funnel={funnel} />
            </ReportBar>
          </div>
          <StepEditor funnel={funnel} />
          {funnel.question === null ? (
            <p role="status">{t('paths.notWhole')}</p>
          ) : (
            <Answer funnel={funnel} question={funnel.question} />
          )}
        </>
      )}
    </>
  );
}

function HowMenu({ funnel }: { readonly funnel: Funnel }) {
  const { t } = useTranslation();
  const { whose = 'visitor', window, beside } = funnel.search;
  const segments = useQuery(segmentsQuery(funnel.report.counterId)).data ?? [];
  return (
    <>
      <NativeSelect
        aria-label={t('paths.whose')}
        value={whose}
        data={(['visitor', 'visit'] as const).map((one) => ({ value: one, label: t(`paths.of.${one}`) }))}
        onChange={(event) =>
          funnel.change({
            whose: event.currentTarget.value === 'visit' ? 'visit' : undefined,
            window: undefined,
          })
        }
      />
      <NativeSelect
        aria-label={t('paths.within')}
        value={window ?? (whose === 'visit' ? '' : '7d')}
        data={[
          ...(whose === 'visit' ? [{ value: '', label: t('paths.window.visit') }] : []),
          ...WINDOWS.map((one) => ({ value: one, label: t(`paths.window.${one}`) })),
        ]}
        onChange={(event) =>
          funnel.change({ window: event.currentTarget.value === '' ? undefined : event.currentTarget.value })
        }
      />
      {segments.length > 0 && (
        <NativeSelect
          aria-label={t('paths.beside')}
          value={beside ?? ''}
          data={[
            { value: '', label: t('paths.besideNone') },
            ...segments.map(({ segment_id: id, name }) => ({ value: String(id), label: name })),
          ]}
          onChange={(event) =>
            funnel.change({
              beside: event.currentTarget.value === '' ? undefined : event.currentTarget.value,
            })
          }
        />
      )}
    </>
  );
}

interface AnswerProps {
  readonly funnel: Funnel;
  readonly question: FunnelQuestion;
}

function Answer({ funnel, question }: AnswerProps) {
  const { t } = useTranslation();
  const { report, search } = funnel;
  const { data, error, refetch, isPlaceholderData } = useQuery(stepFunnelQuery(question));
  const segments = useQuery(segmentsQuery(report.counterId)).data ?? [];
  const segment = segments.find(({ segment_id: id }) => String(id) === search.beside);
  const beside = useQuery({
    ...stepFunnelQuery({ ...question, segment: search.beside }),
    enabled: segment !== undefined,
  }).data;
  if (data === undefined) {
    return error === null ? (
      <PageSkeleton />
    ) : (
      <ReportFailure report={report} error={error} onRetry={() => void refetch()} />
    );
  }
  if (data.totals.length !== funnel.steps.length) return <PageSkeleton />;
  if ((data.totals[0]?.reached ?? 0) === 0) {
    return <Empty icon={<IconFilter2 />} title={t('paths.nothing')} text={t('paths.nothingText')} />;
  }
  const compared =
    segment === undefined || beside?.totals.length !== data.totals.length
      ? null
      : { name: segment.name, totals: beside.totals };
  return (
    <>
      <FunnelChart
        counterId={report.counterId}
        steps={funnel.steps}
        answer={data}
        beside={compared}
        stale={isPlaceholderData}
        onLost={(step) => funnel.change({ lost: String(step) })}
      />
      {search.lost !== undefined && Number(search.lost) < funnel.steps.length && (
        <LostPeople key={search.lost} funnel={funnel} question={question} step={Number(search.lost)} />
      )}
      <FunnelTable funnel={funnel} answer={data} />
      <FunnelBreakDown funnel={funnel} question={question} />
    </>
  );
}
