/** The head of a report's table: names of columns, which sort by them, and of goals above them. */
import { Fragment } from 'react';
import { useTranslation } from 'react-i18next';
import type { Column, Sort } from './table-shape.ts';

/** Names of goals over their columns; the other columns keep their places, also where some are left out. */
export function OverRow({
  columns,
  compared,
}: {
  readonly columns: readonly Column[];
  readonly compared: boolean;
}) {
  return (
    <tr className="gp-table-over">
      <td />
      {columns.map(({ metric, over }, index) => {
        if (over === undefined) {
          return (
            <Fragment key={metric}>
              <td />
              {index === 0 && compared && <td />}
            </Fragment>
          );
        }
        if (columns[index - 1]?.over === over) return null;
        const own = columns.filter((column) => column.over === over).length;
        // The change stands behind the first column, whatever that is.
        const span = own + (index === 0 && compared ? 1 : 0);
        return (
          <th key={metric} scope="colgroup" colSpan={span}>
            <span title={over}>{over}</span>
          </th>
        );
      })}
    </tr>
  );
}

interface Sorting {
  readonly sort: Sort | undefined;
  readonly onSort: (sort: Sort) => void;
}

interface HeadProps extends Omit<Sorting, 'onSort'> {
  readonly column: Column;
  readonly onSort: Sorting['onSort'] | undefined;
}

export function Head({ column, sort, onSort }: HeadProps) {
  const { t } = useTranslation();
  const name = t(column.label);
  const help = t(column.help);
  if (onSort) return <SortHead name={name} help={help} by={column.metric} sort={sort} onSort={onSort} />;
  return (
    <th scope="col" title={help}>
      {name}
    </th>
  );
}

interface SortHeadProps extends Sorting {
  /** Columns below it. */
  readonly span?: number;
  readonly name: string;
  readonly help: string;
  readonly by: string;
}

export function SortHead({ name, help, by, span, sort, onSort }: SortHeadProps) {
  const active = sort?.metric === by;
  return (
    <th
      scope={span === undefined ? 'col' : 'colgroup'}
      colSpan={span}
      aria-sort={active ? (sort.down ? 'descending' : 'ascending') : 'none'}
    >
      <button
        type="button"
        className="gp-bare gp-table-sort"
        data-active={active}
        title={help}
        onClick={() => onSort({ metric: by, down: active ? !sort.down : by !== 'name' })}
      >
        {name}
        <span aria-hidden="true">{active ? (sort.down ? '\u00a0↓' : '\u00a0↑') : ''}</span>
      </button>
    </th>
  );
}
