/** Heads of the columns of Users; some sort. */
import { UnstyledButton } from '@mantine/core';
import { IconArrowDown, IconArrowUp } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { columnOf, NEWEST, SORTED_COLUMNS, type SortedColumn, type UsersSort } from './arrange.ts';

const COLUMNS = ['page', 'time', 'source', 'place', 'device', 'visits', 'pages', 'state'] as const;

interface Props {
  readonly sort: UsersSort;
  readonly onSort: (sort: UsersSort | undefined) => void;
}

export function TableHead({ sort, onSort }: Props) {
  const { t } = useTranslation();
  return (
    <div role="rowgroup">
      <div className="gp-user gp-user-head" role="row" aria-rowindex={1}>
        {COLUMNS.map((column) => {
          const name = t(`chat.users.column.${column}`);
          const sorted = SORTED_COLUMNS.find((one) => one === column);
          if (sorted === undefined)
            return (
              <span key={column} role="columnheader" data-column={column}>
                {name}
              </span>
            );
          return <SortedHead key={column} column={sorted} name={name} sort={sort} onSort={onSort} />;
        })}
        <span role="columnheader" data-column="tools">
          <span className="gp-hidden-name">{t('chat.users.column.tools')}</span>
        </span>
      </div>
    </div>
  );
}

function SortedHead({
  column,
  name,
  sort,
  onSort,
}: Props & { readonly column: SortedColumn; readonly name: string }) {
  const down = sort === `-${column}`;
  const chosen = columnOf(sort) === column;
  const Icon = down ? IconArrowDown : IconArrowUp;
  const next: UsersSort = down ? column : `-${column}`;
  return (
    <span
      role="columnheader"
      data-column={column}
      aria-sort={chosen ? (down ? 'descending' : 'ascending') : 'none'}
    >
      <UnstyledButton
        className="gp-user-sort"
        data-chosen={chosen}
        onClick={() => onSort(next === NEWEST ? undefined : next)}
      >
        {name}
        {chosen && <Icon size={14} stroke={1.6} aria-hidden="true" />}
      </UnstyledButton>
    </span>
  );
}
