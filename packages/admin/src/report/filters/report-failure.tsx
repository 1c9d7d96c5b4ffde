/** Why a report does not show: what the address asks cannot be asked, or the server cannot answer now. */
import { Button } from '@mantine/core';
import { IconCalendarOff, IconFilterOff } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { ApiFailure } from '../../api/http.ts';
import { Empty } from '../../ui/empty.tsx';
import { Failure } from '../../ui/failure.tsx';
import type { Report } from '../use-report.ts';

interface Props {
  readonly report: Report;
  readonly error: unknown;
  readonly onRetry: () => void;
}

export function ReportFailure({ report, error, onRetry }: Props) {
  const { t } = useTranslation();
  if (!(error instanceof ApiFailure) || error.status !== 400) {
    return <Failure error={error} onRetry={onRetry} />;
  }
  if (error.items.some(({ location = '' }) => location.startsWith('date'))) {
    return (
      <div role="alert">
        <Empty icon={<IconCalendarOff />} title={t('filter.noDays')} text={t('filter.noDaysText')}>
          <Button
            variant="default"
            onClick={() => report.change({ period: undefined, group: undefined, compare: undefined })}
          >
            {t('filter.toDays')}
          </Button>
        </Empty>
      </div>
    );
  }
  return (
    <div role="alert">
      <Empty
        icon={<IconFilterOff />}
        title={t('filter.refusedTitle')}
        text={t('filter.refused', { message: error.message })}
      >
        <ClearFilters report={report} />
      </Empty>
    </div>
  );
}

/** Visits there were, but none that the conditions choose. */
export function FilteredAway({ report }: Pick<Props, 'report'>) {
  const { t } = useTranslation();
  return (
    <Empty icon={<IconFilterOff />} title={t('filter.nothingTitle')} text={t('filter.nothingText')}>
      <ClearFilters report={report} />
    </Empty>
  );
}

function ClearFilters({ report }: Pick<Props, 'report'>) {
  const { t } = useTranslation();
  return (
    <Button variant="default" onClick={() => report.change(UNFILTERED)}>
      {t('filter.reset')}
    </Button>
  );
}

const UNFILTERED = {
  filters: undefined,
  segment: undefined,
  filters_b: undefined,
  find: undefined,
  open: undefined,
} as const;

export const isFiltered = ({ within }: Report): boolean =>
  within.filters !== undefined || within.segment !== undefined;
