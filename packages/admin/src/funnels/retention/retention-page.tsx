/** Retention: of those who began in a day, week or month, how many came back later. */
import { Button, NativeSelect } from '@mantine/core';
import { IconCalendarOff, IconFilter2 } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { ApiFailure } from '../../api/http.ts';
import { retentionQuery, type RetentionQuestion } from '../../api/retention/retention.ts';
import { FilterBar } from '../../report/filters/filter-bar.tsx';
import { ReportFailure } from '../../report/filters/report-failure.tsx';
import { ReportBar } from '../../report/report-bar.tsx';
import { Empty } from '../../ui/empty.tsx';
import { PageHead } from '../../ui/page-head.tsx';
import { PageSkeleton } from '../../ui/page-skeleton.tsx';
import { openedAddress } from '../saved/kept-address.ts';
import { SavedBar } from '../saved/saved-bar.tsx';
import { known } from '../search.ts';
import { ActionEditor } from './action-editor.tsx';
import { CohortGrid } from './cohort-grid.tsx';
import { lastWhole } from './running.ts';
import { MODES, UNITS } from './search.ts';
import { useRetention, type Retention } from './use-retention.ts';
import '../funnels.css';

export function RetentionPage() {
  const { t } = useTranslation();
  const retention = useRetention();
  return (
    <>
      <PageHead title={t('retention.title')}>
        <SavedBar
          kind="retention"
          counterId={retention.report.counterId}
          search={{ ...retention.report.search, ...retention.search }}
          whole={retention.question !== null}
          onOpen={(address) => retention.change(openedAddress('retention', address))}
        />
      </PageHead>
      <p className="gp-dim">{t('retention.text')}</p>
      <div className="gp-controls">
        <FilterBar report={retention.report} />
        <ReportBar report={retention.report} compared={false} grouped={false}>
          <HowMenu retention={retention} />
        </ReportBar>
      </div>
      <ActionEditor retention={retention} />
      {retention.question === null ? (
        <p role="status">{t('retention.notWhole')}</p>
      ) : (
        <Answer retention={retention} question={retention.question} />
      )}
    </>
  );
}

function HowMenu({ retention: { search, change } }: { readonly retention: Retention }) {
  const { t } = useTranslation();
  return (
    <>
      <NativeSelect
        aria-label={t('retention.unit')}
        value={search.unit ?? 'week'}
        data={UNITS.map((unit) => ({ value: unit, label: t(`retention.by.${unit}`) }))}
        onChange={({ currentTarget: { value } }) => change({ unit: known(UNITS, value) })}
      />
      <NativeSelect
        aria-label={t('retention.mode')}
        title={t(`retention.modeHelp.${search.mode ?? 'calendar'}`)}
        value={search.mode ?? 'calendar'}
        data={MODES.map((mode) => ({ value: mode, label: t(`retention.modes.${mode}`) }))}
        onChange={({ currentTarget: { value } }) => change({ mode: known(MODES, value) })}
      />
      <NativeSelect
        aria-label={t('retention.show')}
        value={search.cells ?? 'share'}
        data={(['share', 'people'] as const).map((one) => ({
          value: one as string,
          label: t(`retention.shown.${one}`),
        }))}
        onChange={({ currentTarget: { value } }) => change({ cells: value === 'people' ? value : undefined })}
      />
    </>
  );
}

interface AnswerProps {
  readonly retention: Retention;
  readonly question: RetentionQuestion;
}

function Answer({ retention: { report, search, change }, question }: AnswerProps) {
  const { t } = useTranslation();
  const { data, error, refetch, isPlaceholderData } = useQuery(retentionQuery(question));
  if (data === undefined) {
    if (error === null) return <PageSkeleton />;
    const longer = question.unit === 'day' ? 'week' : 'month';
    return question.unit !== 'month' && isTooLong(error) ? (
      <Empty icon={<IconCalendarOff />} title={t('retention.tooLong')} text={t('retention.tooLongText')}>
        <Button variant="default" onClick={() => change({ unit: longer })}>
          {t(`retention.by.${longer}`)}
        </Button>
      </Empty>
    ) : (
      <ReportFailure report={report} error={error} onRetry={() => void refetch()} />
    );
  }
  if (data.totals.visitors === 0) {
    return <Empty icon={<IconFilter2 />} title={t('retention.nothing')} text={t('retention.nothingText')} />;
  }
  return (
    <>
      <CohortGrid
        answer={data}
        unit={question.unit}
        mode={search.mode ?? 'calendar'}
        whole={lastWhole(report.days, report.today)}
        people={search.cells === 'people'}
        stale={isPlaceholderData}
      />
      {data.totals.returned.length === 0 && <p className="gp-dim">{t('retention.oneInterval')}</p>}
    </>
  );
}

/** More intervals than the server counts. */
const isTooLong = (error: unknown): boolean =>
  error instanceof ApiFailure && error.items.some(({ location }) => location === 'unit');
