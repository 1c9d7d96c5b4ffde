/** Journeys: what people do before an action and what after it, step by step. */
import { NativeSelect } from '@mantine/core';
import { IconFilter2 } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { journeysQuery, type JourneyQuestion } from '../../api/journeys/journeys.ts';
import { FilterBar } from '../../report/filters/filter-bar.tsx';
import { ReportFailure } from '../../report/filters/report-failure.tsx';
import { ReportBar } from '../../report/report-bar.tsx';
import { useReport, type Report } from '../../report/use-report.ts';
import { Empty } from '../../ui/empty.tsx';
import { PageHead } from '../../ui/page-head.tsx';
import { PageSkeleton } from '../../ui/page-skeleton.tsx';
import { journeyQuestion } from '../questions.ts';
import { openedAddress } from '../saved/kept-address.ts';
import { SavedBar } from '../saved/saved-bar.tsx';
import { known, STEP_TYPES, type DraftStep, type StepType } from '../search.ts';
import { StepValue } from '../step-editor.tsx';
import { useStepName } from '../words.ts';
import { FlowChart } from './flow-chart.tsx';
import { FlowTable } from './flow-table.tsx';
import { flowOf } from './flow.ts';
import { aboutOf, DEPTHS, USUAL_DEPTH, type JourneySearch } from './search.ts';
import '../funnels.css';

export function JourneysPage() {
  const { t } = useTranslation();
  const report = useReport();
  const search = useSearch({ from: '/inside/counter/$counterId/journeys' });
  const navigate = useNavigate();
  const { counterId } = report;
  const { whose = 'visit', depth = USUAL_DEPTH } = search;
  const about = aboutOf(search.about);
  const question = journeyQuestion(report, search);
  const change = (changes: JourneySearch): void =>
    void navigate({
      to: '/counter/$counterId/journeys',
      params: { counterId: String(counterId) },
      search: (before) => ({ ...before, ...changes }),
      resetScroll: false,
    });
  const choose = (step: DraftStep): void => change({ about: JSON.stringify(step) });
  const label = t('journeys.about');
  return (
    <>
      <PageHead title={t('journeys.title')}>
        <SavedBar
          kind="journey"
          counterId={counterId}
          search={{ ...report.search, ...search }}
          whole={question !== null}
          onOpen={(address) => change(openedAddress('journey', address))}
        />
      </PageHead>
      <p className="gp-dim">{t('journeys.text')}</p>
      <div className="gp-controls">
        <FilterBar report={report} />
        <ReportBar report={report} compared={false} grouped={false}>
          <NativeSelect
            aria-label={t('paths.whose')}
            value={whose}
            data={(['visit', 'visitor'] as const).map((one) => ({ value: one, label: t(`paths.of.${one}`) }))}
            onChange={({ currentTarget: { value } }) =>
              change({ whose: value === 'visitor' ? value : undefined })
            }
          />
          <NativeSelect
            aria-label={t('journeys.depth')}
            value={depth}
            data={DEPTHS.map((one) => ({ value: one, label: t('journeys.steps', { count: Number(one) }) }))}
            onChange={({ currentTarget: { value } }) => change({ depth: known(DEPTHS, value) })}
          />
        </ReportBar>
      </div>
      <section className="gp-panel gp-steps" aria-label={label}>
        <div className="gp-step">
          <span aria-hidden="true">{label}</span>
          <NativeSelect
            aria-label={label}
            value={about.type}
            data={STEP_TYPES.map((type) => ({ value: type, label: t(`paths.type.${type}`) }))}
            onChange={(event) => choose({ type: event.currentTarget.value as StepType })}
          />
          <StepValue step={about} label={label} counterId={counterId} onChange={choose} />
        </div>
      </section>
      {question !== null ? (
        <Answer report={report} about={about} question={question} onChoose={choose} />
      ) : (
        <p role="status">{t('journeys.notWhole')}</p>
      )}
    </>
  );
}

interface Props {
  readonly report: Report;
  readonly about: DraftStep;
  readonly question: JourneyQuestion;
  readonly onChoose: (step: DraftStep) => void;
}

function Answer({ report, about, question, onChoose }: Props) {
  const { t } = useTranslation();
  const nameOf = useStepName(report.counterId);
  const { data, error, refetch, isPlaceholderData } = useQuery(journeysQuery(question));
  if (data === undefined) {
    if (error === null) return <PageSkeleton />;
    return <ReportFailure report={report} error={error} onRetry={() => void refetch()} />;
  }
  if (data.journeys === 0) {
    return <Empty icon={<IconFilter2 />} title={t('journeys.nothing')} text={t('journeys.nothingText')} />;
  }
  const flow = flowOf(data);
  const shown = { flow, about: nameOf(about), stale: isPlaceholderData };
  return (
    <>
      <FlowChart {...shown} journeys={data.journeys} onChoose={onChoose} />
      <FlowTable {...shown} />
    </>
  );
}
