/** Which saved segment a report is within, and which visit's source visits are credited to. */
import { Button, NativeSelect } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { segmentsQuery, useSegmentNames } from './stored-segments.ts';
import { ATTRIBUTIONS } from '../../api/stat.ts';
import { SHARING } from '../state/sharing-models.ts';
import type { Report } from '../use-report.ts';
import { lazyPart } from '../../ui/loading/lazy-part.ts';

const SegmentsDialog = lazyPart(() => import('./segments-dialog.tsx'), 'SegmentsDialog');

export function SegmentChoice({ report }: { readonly report: Report }) {
  const { t } = useTranslation();
  const { counterId, search } = report;
  const segments = useQuery(segmentsQuery(counterId)).data ?? [];
  const chosen = search.segment ?? '';
  const known = segments.map(({ segment_id: id, name }) => ({ value: String(id), label: name }));
  const isOther = chosen !== '' && known.every(({ value }) => value !== chosen);
  const ids = isOther ? chosen.split(',') : [];
  const nameOf = useSegmentNames(counterId, ids);
  const other = t('filter.segmentIs', { ids: ids.map((id) => nameOf(id) ?? id).join(', ') });
  return (
    <NativeSelect
      className="gp-filter-choice"
      aria-label={t('segment.title')}
      data={[
        { value: '', label: t('segment.none') },
        ...known,
        ...(isOther ? [{ value: chosen, label: other }] : []),
      ]}
      value={chosen}
      onChange={(event) =>
        report.change({ segment: event.currentTarget.value || undefined, open: undefined })
      }
    />
  );
}

/** Saves the present filter, or shows the segments that there are. */
export function SegmentsButton({ report }: { readonly report: Report }) {
  const { t } = useTranslation();
  const [opened, setOpened] = useState(false);
  const { counterId, search } = report;
  const segments = useQuery(segmentsQuery(counterId)).data ?? [];
  return (
    <>
      {(search.filters !== undefined || segments.length > 0) && (
        <Button variant="subtle" color="gray" onClick={() => setOpened(true)}>
          {t(search.filters === undefined ? 'segment.manage' : 'segment.save')}
        </Button>
      )}
      <Suspense>{opened && <SegmentsDialog report={report} onClose={() => setOpened(false)} />}</Suspense>
    </>
  );
}

interface AttributionProps {
  readonly report: Report;
  /** Whether goals can be shared out over several visits. */
  readonly shared: boolean;
}

export function AttributionChoice({ report, shared }: AttributionProps) {
  const { t } = useTranslation();
  const offered = [...ATTRIBUTIONS, ...(shared ? SHARING : [])];
  return (
    <NativeSelect
      className="gp-filter-choice"
      aria-label={t('attribution.title')}
      title={t('attribution.help')}
      data={offered.map((value) => ({ value, label: t(`attribution.${value}`) }))}
      value={report.within.attribution}
      onChange={(event) => {
        const wanted = offered.find((name) => name === event.currentTarget.value);
        report.change({ attribution: wanted === 'lastsign' ? undefined : wanted, open: undefined });
      }}
    />
  );
}
