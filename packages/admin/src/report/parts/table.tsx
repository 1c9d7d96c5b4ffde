/** The table of a report: sortable columns, totals in the head, bars behind the first number, rows that open. */
import { IconChevronRight } from '@tabler/icons-react';
import { Fragment, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { NOTHING, useFormat } from '../../ui/format.ts';
import { writeValue } from '../metrics.ts';
import type { RowVisits } from '../bar/props.ts';
import { FilterByRow } from './filter-by-row.tsx';
import { OtherRevenue, type Sums } from './other-revenue.tsx';
import { Head, OverRow, SortHead } from './table-head.tsx';
import type { Column, Sort, Values } from './table-shape.ts';
import './table.css';

interface TableProps {
  readonly label: string;
  readonly columns: readonly Column[];
  readonly currency: string;
  /** Heading of the first column. */
  readonly first: string;
  readonly firstHelp: string;
  readonly totals?: Values | undefined;
  /** By column: what the totals leave out. */
  readonly others?: readonly Sums[] | undefined;
  readonly otherCosts?: readonly Sums[] | undefined;
  /** Change of the first number against the period before; absent: the table compares nothing. */
  readonly totalsChange?: ReactNode;
  readonly sort?: Sort | undefined;
  readonly onSort?: ((sort: Sort) => void) | undefined;
  readonly stale?: boolean;
  readonly children: ReactNode;
}

export function ReportTable(props: TableProps) {
  const { t } = useTranslation();
  const { label, columns, currency, first, firstHelp, totals, totalsChange, sort, onSort } = props;
  const { others, otherCosts, stale = false, children } = props;
  const compared = totalsChange !== undefined;
  return (
    <div className="gp-panel gp-table-box" role="region" aria-label={label} tabIndex={0}>
      <table className={`gp-table ${stale ? 'gp-stale' : ''}`}>
        <thead>
          {columns.some((column) => column.over !== undefined) && (
            <OverRow columns={columns} compared={compared} />
          )}
          <tr>
            {onSort ? (
              <SortHead name={first} help={firstHelp} by="name" sort={sort} onSort={onSort} />
            ) : (
              <th scope="col" title={firstHelp}>
                {first}
              </th>
            )}
            {columns.map((column, index) => (
              <Fragment key={column.metric}>
                <Head column={column} sort={sort} onSort={onSort} />
                {index === 0 && compared && (
                  <th scope="col" title={t('report.changeHelp')}>
                    {t('report.change')}
                  </th>
                )}
              </Fragment>
            ))}
          </tr>
          {totals && (
            <tr className="gp-table-totals">
              <th scope="row">{t('report.totalAverage')}</th>
              <Cells
                columns={columns}
                values={totals}
                others={others}
                otherCosts={otherCosts}
                currency={currency}
                change={totalsChange}
              />
            </tr>
          )}
        </thead>
        <tbody>{children}</tbody>
      </table>
    </div>
  );
}

interface CellsProps {
  readonly columns: readonly Column[];
  readonly values: Values;
  /** By column: what the values leave out. */
  readonly others?: readonly Sums[] | undefined;
  readonly otherCosts?: readonly Sums[] | undefined;
  readonly currency: string;
  /** Largest of the first column, for the bar. */
  readonly most?: number | undefined;
  /** Stands after the first number. */
  readonly change?: ReactNode;
}

/** What a total leaves out: revenue and costs in other currencies. Most cells leave out nothing, and make no part. */
function leftOut(
  { others, otherCosts }: Pick<CellsProps, 'others' | 'otherCosts'>,
  index: number,
): ReactNode {
  const sums = others?.[index];
  const costs = otherCosts?.[index];
  return (
    <>
      {isAny(sums) && <OtherRevenue sums={sums} />}
      {isAny(costs) && <OtherRevenue sums={costs} ofCosts />}
    </>
  );
}

const isAny = (sums: Sums): boolean => (sums?.length ?? 0) > 0;

export function Cells({ columns, values, others, otherCosts, currency, most, change }: CellsProps) {
  const format = useFormat();
  return columns.map((column, index) => {
    const value = values[index];
    const share = index === 0 && most !== undefined && most > 0 ? ((value ?? 0) / most) * 100 : null;
    const compact = column.kind === 'count' && (value ?? 0) >= 1_000_000;
    return (
      <Fragment key={column.metric}>
        <td title={compact ? format.number(value) : undefined}>
          {share !== null && share > 0 && <i className="gp-table-bar" style={{ width: `${share}%` }} />}
          <span className="gp-number">
            {column.kind === 'money' && value === 0
              ? NOTHING
              : writeValue(format, column.kind, value, currency)}
          </span>
          {leftOut({ others, otherCosts }, index)}
        </td>
        {index === 0 && change !== undefined && <td>{change}</td>}
      </Fragment>
    );
  });
}

export interface RowHeadProps {
  readonly name: string;
  readonly icon?: ReactNode | undefined;
  /** 0 at the outermost level. */
  readonly depth: number;
  /** Some rows of the table open, so that the others keep the place of the arrow. */
  readonly tree?: boolean | undefined;
  /** Undefined: nothing to open. */
  readonly opened?: boolean | undefined;
  readonly onToggle?: (() => void) | undefined;
  /** Keeps the visits of the row as a filter, or leaves them out. */
  readonly onFilter?: ((keep: boolean) => void) | undefined;
  readonly visits?: RowVisits | undefined;
  /** Goes to what the row is of, where that is no filter. */
  readonly onOpen?: (() => void) | undefined;
}

interface RowProps extends CellsProps, RowHeadProps {}

export function TableRow(props: RowProps) {
  const { name, icon, depth, tree, opened, onToggle, onFilter, visits, onOpen, ...cells } = props;
  return (
    <tr data-depth={depth}>
      <RowHead {...{ name, icon, depth, tree, opened, onToggle, onFilter, visits, onOpen }} />
      <Cells {...cells} />
    </tr>
  );
}

/** The name of a row, with what opens it and what filters by it. */
export function RowHead(props: RowHeadProps) {
  const { name, icon, depth, tree = false, opened, onToggle, onFilter, visits, onOpen } = props;
  const { t } = useTranslation();
  return (
    <th scope="row" aria-label={name}>
      <span className="gp-table-name" style={{ paddingLeft: `calc(var(--gp-indent) * ${depth})` }}>
        {opened === undefined ? (
          tree && <span className="gp-table-leaf" />
        ) : (
          <button
            type="button"
            className="gp-bare gp-table-toggle"
            aria-expanded={opened}
            aria-label={t(opened ? 'report.shut' : 'report.open', { name })}
            onClick={onToggle}
          >
            <IconChevronRight size={16} aria-hidden="true" data-opened={opened} />
          </button>
        )}
        {icon}
        {onFilter ? (
          <FilterByRow name={name} onFilter={onFilter} visits={visits} />
        ) : onOpen ? (
          <button type="button" className="gp-bare gp-table-text gp-table-value" onClick={onOpen}>
            {name}
          </button>
        ) : (
          <span className="gp-table-text" title={name}>
            {name}
          </span>
        )}
      </span>
    </th>
  );
}

interface WholeRowProps {
  /** Columns of the table, the names of rows among them. */
  readonly span: number;
  readonly children: ReactNode;
}

/** What stands across all columns: a fault, what is on its way, a button. */
export function WholeRow({ span, children }: WholeRowProps) {
  return (
    <tr>
      <td colSpan={span}>{children}</td>
    </tr>
  );
}
