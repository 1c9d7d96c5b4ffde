/** The table of a report: sortable columns, totals in the head, bars behind the first number, rows that open. */
import { UnstyledButton } from '@mantine/core';
import { IconChevronRight } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { NOTHING, useFormat } from '../ui/format.ts';
import { writeValue, type Measure } from './metrics.ts';
import './table.css';

export interface Column extends Measure {
  /** Name of the goal whose columns stand together. */
  readonly over?: string;
  /** Left out where there is little room. */
  readonly wide?: boolean;
}

export type Values = readonly (number | null)[];

/** Metric, and whether the largest comes first. */
export interface Sort {
  readonly metric: string;
  readonly down: boolean;
}

interface TableProps {
  readonly label: string;
  readonly columns: readonly Column[];
  readonly currency: string;
  /** Heading of the first column. */
  readonly first: string;
  readonly totals?: Values | undefined;
  readonly sort?: Sort;
  readonly onSort?: (sort: Sort) => void;
  readonly stale?: boolean;
  readonly children: ReactNode;
}

export function ReportTable(props: TableProps) {
  const { t } = useTranslation();
  const { label, columns, currency, first, totals, stale = false, children } = props;
  return (
    <div className="gp-panel gp-table-box" role="region" aria-label={label} tabIndex={0}>
      <table className={`gp-table ${stale ? 'gp-stale' : ''}`}>
        <thead>
          {columns.some((column) => column.over !== undefined) && <OverRow columns={columns} />}
          <tr>
            <th scope="col">{first}</th>
            {columns.map((column) => (
              <Head key={column.metric} column={column} {...props} />
            ))}
          </tr>
          {totals && (
            <tr className="gp-table-totals">
              <th scope="row">{t('report.totalAverage')}</th>
              <Cells columns={columns} values={totals} currency={currency} />
            </tr>
          )}
        </thead>
        <tbody>{children}</tbody>
      </table>
    </div>
  );
}

function OverRow({ columns }: { readonly columns: readonly Column[] }) {
  const groups: { name: string; span: number }[] = [];
  for (const { over = '' } of columns) {
    const last = groups.at(-1);
    if (last?.name === over) last.span += 1;
    else groups.push({ name: over, span: 1 });
  }
  return (
    <tr className="gp-table-over">
      <td />
      {groups.map((group, index) =>
        group.name === '' ? (
          <td key={`plain ${index}`} colSpan={group.span} />
        ) : (
          <th key={`goal ${index}`} scope="colgroup" colSpan={group.span}>
            <span title={group.name}>{group.name}</span>
          </th>
        ),
      )}
    </tr>
  );
}

function Head({ column, sort, onSort }: { readonly column: Column } & Pick<TableProps, 'sort' | 'onSort'>) {
  const { t } = useTranslation();
  const name = t(column.label);
  const active = sort?.metric === column.metric;
  const order = active ? (sort.down ? 'descending' : 'ascending') : 'none';
  return (
    <th scope="col" data-wide={column.wide === true} aria-sort={onSort ? order : undefined}>
      {onSort ? (
        <UnstyledButton
          className="gp-table-sort"
          data-active={active}
          title={t('report.sortBy', { name })}
          onClick={() => onSort({ metric: column.metric, down: active ? !sort.down : true })}
        >
          {name}
          <span aria-hidden="true">{active ? (sort.down ? '\u00a0↓' : '\u00a0↑') : ''}</span>
        </UnstyledButton>
      ) : (
        name
      )}
    </th>
  );
}

interface CellsProps {
  readonly columns: readonly Column[];
  readonly values: Values;
  readonly currency: string;
  /** Largest of the first column, for the bar. */
  readonly most?: number | undefined;
}

export function Cells({ columns, values, currency, most }: CellsProps) {
  const format = useFormat();
  return columns.map((column, index) => {
    const value = values[index];
    const share = index === 0 && most !== undefined && most > 0 ? ((value ?? 0) / most) * 100 : null;
    const compact = column.kind === 'count' && (value ?? 0) >= 1_000_000;
    return (
      <td
        key={column.metric}
        data-wide={column.wide === true}
        title={compact ? format.number(value) : undefined}
      >
        {share !== null && <i className="gp-table-bar" style={{ width: `${share}%` }} />}
        <span className="gp-number">
          {column.kind === 'money' && value === 0
            ? NOTHING
            : writeValue(format, column.kind, value, currency)}
        </span>
      </td>
    );
  });
}

interface RowProps extends CellsProps {
  readonly name: string;
  readonly icon?: ReactNode;
  /** 0 at the outermost level. */
  readonly depth: number;
  /** Some rows of the table open, so that the others keep the place of the arrow. */
  readonly tree?: boolean;
  /** Undefined: nothing to open. */
  readonly opened?: boolean | undefined;
  readonly onToggle?: () => void;
}

export function TableRow({ name, icon, depth, tree = false, opened, onToggle, ...cells }: RowProps) {
  const { t } = useTranslation();
  return (
    <tr data-depth={depth}>
      <th scope="row">
        <span className="gp-table-name" style={{ paddingLeft: depth * 20 }}>
          {opened === undefined ? (
            tree && <span className="gp-table-leaf" />
          ) : (
            <UnstyledButton
              className="gp-table-toggle"
              aria-expanded={opened}
              aria-label={t(opened ? 'report.shut' : 'report.open', { name })}
              onClick={onToggle}
            >
              <IconChevronRight size={16} aria-hidden="true" data-opened={opened} />
            </UnstyledButton>
          )}
          {icon}
          <span className="gp-table-text" title={name}>
            {name}
          </span>
        </span>
      </th>
      <Cells {...cells} />
    </tr>
  );
}
