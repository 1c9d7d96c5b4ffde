/** The conditions in force, one chip each: a click edits it, the cross takes it away. */
import { Button, UnstyledButton } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import { printFilter } from '@goalpost/contract/reports/filters';
import { Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Report } from '../use-report.ts';
import { readConditions, writeConditions } from './conditions.ts';
import { faultWords, filterWords } from './filter-words.ts';
import { useWording } from './use-wording.ts';
import { lazyPart } from '../../ui/loading/lazy-part.ts';

const FilterEditor = lazyPart(() => import('./editor/filter-editor.tsx'), 'FilterEditor');

/** The next condition, else the one before, else what adds one: the focus is not lost with the chip. */
function focusBeside(chip: Element | null): void {
  const next = chip?.nextElementSibling ?? chip?.previousElementSibling;
  const beside =
    next?.querySelector('.gp-filter-remove') ??
    chip?.parentElement?.parentElement?.querySelector(':scope > button');
  if (beside instanceof HTMLElement) beside.focus();
}

interface Props {
  readonly report: Report;
  readonly filters: string;
  /** Hears whether the editor of one is open. */
  readonly onEditing?: ((isOpen: boolean) => void) | undefined;
}

export function FilterChips({ report, filters, onEditing }: Props) {
  const { t } = useTranslation();
  const [editing, setEditing] = useState<number | null>(null);
  const edit = (place: number | null): void => {
    setEditing(place);
    onEditing?.(place !== null);
  };
  const read = readConditions(filters);
  const list = Array.isArray(read) ? read : [];
  const wording = useWording(report, list);
  const clear = (
    <Button variant="subtle" color="gray" onClick={() => report.change({ filters: undefined })}>
      {t('filter.clear')}
    </Button>
  );
  if (!Array.isArray(read)) {
    return (
      <>
        <span className="gp-filter-fault" role="alert">
          {faultWords(read, t)}
        </span>
        {clear}
      </>
    );
  }
  return (
    <>
      <ul className="gp-filter-chips">
        {list.map((filter, index) => {
          const words = filterWords(filter, wording);
          return (
            <li key={printFilter(filter)} className="gp-filter-chip">
              <UnstyledButton title={t('filter.edit')} onClick={() => edit(index)}>
                {words}
              </UnstyledButton>
              <UnstyledButton
                className="gp-filter-remove"
                aria-label={t('filter.remove', { what: words })}
                onClick={({ currentTarget }) => {
                  focusBeside(currentTarget.closest('li'));
                  report.change({ filters: writeConditions(list.toSpliced(index, 1)) });
                }}
              >
                <IconX size={14} aria-hidden="true" />
              </UnstyledButton>
            </li>
          );
        })}
      </ul>
      {list.length > 1 && clear}
      <Suspense>
        {editing !== null && <FilterEditor report={report} place={editing} onClose={() => edit(null)} />}
      </Suspense>
    </>
  );
}
