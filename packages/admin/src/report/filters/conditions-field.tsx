/** Conditions of something that is kept, chosen as above a report: chips, and a button that adds one. */
import { Button, Input } from '@mantine/core';
import { IconFilterPlus } from '@tabler/icons-react';
import { Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { allOf, ofSegments } from '../state/all-of.ts';
import type { Report } from '../use-report.ts';
import { FilterChips } from './filter-chips.tsx';
import './filter-bar.css';
import { lazyPart } from '../../ui/loading/lazy-part.ts';

const FilterEditor = lazyPart(() => import('./editor/filter-editor.tsx'), 'FilterEditor');

interface Props {
  readonly label: string;
  readonly description: string;
  /** Says of which visits values are proposed and counted. */
  readonly report: Report;
  /** In the API's grammar; empty: all visits. */
  readonly value: string;
  readonly error?: string | undefined;
  readonly onChange: (value: string) => void;
  /** Hears whether the editor is open: a dialog below it must leave Escape to it. */
  readonly onEditing?: (isOpen: boolean) => void;
}

export function ConditionsField({ label, description, report, value, error, onChange, onEditing }: Props) {
  const { t } = useTranslation();
  const [adding, setAdding] = useState(false);
  const add = (isOpen: boolean): void => {
    setAdding(isOpen);
    onEditing?.(isOpen);
  };
  const own: Report = {
    ...report,
    search: { ...report.search, filters: value === '' ? undefined : value },
    change: ({ filters = '' }) => onChange(filters),
  };
  return (
    <Input.Wrapper
      role="group"
      aria-label={label}
      labelElement="div"
      label={label}
      description={description}
      error={error}
      inputWrapperOrder={['label', 'description', 'input', 'error']}
    >
      <div className="gp-filters gp-filters-kept">
        {value !== '' && <FilterChips report={own} filters={value} onEditing={onEditing} />}
        <Button
          variant="default"
          leftSection={<IconFilterPlus size={16} stroke={1.6} />}
          onClick={() => add(true)}
        >
          {t('filter.addKept')}
        </Button>
      </div>
      <Suspense>{adding && <FilterEditor report={own} onClose={() => add(false)} />}</Suspense>
    </Input.Wrapper>
  );
}

/** What a report shows now as one text: its conditions, its saved segments too. */
export function conditionsOf({ filters, segment }: Pick<Report['search'], 'filters' | 'segment'>): string {
  return allOf([filters, ...ofSegments(segment)]) ?? '';
}
