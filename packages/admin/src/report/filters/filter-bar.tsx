/** Above every report: which visits its numbers are of, and how to choose others. */
import { Button } from '@mantine/core';
import { IconFilterPlus } from '@tabler/icons-react';
import { Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { AttributionChoice, SegmentChoice, SegmentsButton } from '../segments/segment-choice.tsx';
import { useKeys } from '../../ui/keys/use-keys.ts';
import type { Report } from '../use-report.ts';
import { AddressNote } from './address-note.tsx';
import './filter-bar.css';
import { lazyPart } from '../../ui/loading/lazy-part.ts';

const FilterChips = lazyPart(() => import('./filter-chips.tsx'), 'FilterChips');
const FilterEditor = lazyPart(() => import('./editor/filter-editor.tsx'), 'FilterEditor');

interface Props {
  readonly report: Report;
  /** Whether sources are credited by one attribution. */
  readonly attributed?: boolean;
  /** Whether goals can be shared out over several visits. */
  readonly shared?: boolean;
}

export function FilterBar({ report, attributed = true, shared = false }: Props) {
  const { t } = useTranslation();
  const [adding, setAdding] = useState(false);
  const { filters } = report.search;
  useKeys({ filter: () => setAdding(true) });
  return (
    <>
      <AddressNote />
      <section className="gp-filters" aria-label={t('filter.title')}>
        <SegmentChoice report={report} />
        {attributed && <AttributionChoice report={report} shared={shared} />}
        <Button
          variant="default"
          leftSection={<IconFilterPlus size={16} stroke={1.6} />}
          onClick={() => setAdding(true)}
        >
          {t('filter.add')}
        </Button>
        <Suspense>{filters !== undefined && <FilterChips report={report} filters={filters} />}</Suspense>
        <SegmentsButton report={report} />
        <Suspense>{adding && <FilterEditor report={report} onClose={() => setAdding(false)} />}</Suspense>
      </section>
    </>
  );
}
