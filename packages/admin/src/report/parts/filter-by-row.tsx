/** The name of a row: a click keeps it as a filter, Alt-click leaves it out, a menu offers both. */
import { IconFilter } from '@tabler/icons-react';
import { Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import type { FilterByRowProps } from '../bar/props.ts';
import { useOpening } from '../../ui/menu/use-opening.ts';
import { lazyPart } from '../../ui/loading/lazy-part.ts';

// A table has hundreds of rows: the menu is made where it is opened.
const RowItems = lazyPart(() => import('./row-items.tsx'), 'RowItems');

export function FilterByRow(props: FilterByRowProps) {
  const { name, onFilter } = props;
  const { t } = useTranslation();
  const opening = useOpening('menu');
  return (
    <>
      <button
        type="button"
        className="gp-bare gp-table-text gp-table-value"
        title={`${name}\n${t('filter.rowHint')}`}
        onClick={(event) => onFilter(!event.altKey)}
      >
        {name}
      </button>
      <button
        type="button"
        className="gp-bare gp-table-filter"
        aria-label={t('filter.rowMenu', { name })}
        {...opening.button}
      >
        <IconFilter size={14} aria-hidden="true" />
      </button>
      {opening.wasOpened && (
        <Suspense>
          <RowItems {...props} opening={opening} />
        </Suspense>
      )}
    </>
  );
}
