/** The table of a report with two sides: A, B and the difference below each metric. */
import { Fragment, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../ui/format.ts';
import { writeValue } from '../metrics.ts';
import { Delta } from '../parts/delta.tsx';
import { SortHead } from '../parts/table-head.tsx';
import { RowHead, type RowHeadProps } from '../parts/table.tsx';
import type { Column, Sort, Values } from '../parts/table-shape.ts';
import { measuredChange } from '../state/change.ts';
import { visitsPlace } from './question.ts';
import './sides.css';

interface BothValues {
  readonly a: Values;
  readonly b: Values;
}

interface TableProps {
  readonly label: string;
  readonly columns: readonly Column[];
  readonly first: string;
  readonly firstHelp: string;
  readonly currency: string;
  readonly totals: BothValues;
  /** Undefined: the rows have an order of their own. */
  readonly sort: Sort | undefined;
  readonly onSort: (sort: Sort) => void;
  readonly stale: boolean;
  readonly children: ReactNode;
}

export function SidesTable(props: TableProps) {
  const { label, columns, first, firstHelp, currency, totals, sort, onSort, stale, children } = props;
  const { t } = useTranslation();
  return (
    <div className="gp-panel gp-table-box gp-sides-table" role="region" aria-label={label} tabIndex={0}>
      <table className={`gp-table ${stale ? 'gp-stale' : ''}`}>
        <thead>
          <tr>
            {sort === undefined ? (
              <th scope="col" title={firstHelp}>
                {first}
              </th>
            ) : (
              <SortHead name={first} help={firstHelp} by="name" sort={sort} onSort={onSort} />
            )}
            {columns.map(({ metric, label: name, help, over }) => {
              const written = over === undefined ? t(name) : `${over}: ${t(name)}`;
              return sort === undefined ? (
                <th key={metric} scope="colgroup" colSpan={3} className="gp-side-first" title={t(help)}>
                  {written}
                </th>
              ) : (
                <SortHead
                  key={metric}
                  name={written}
                  help={t(help)}
                  by={metric}
                  span={3}
                  sort={sort}
                  onSort={onSort}
                />
              );
            })}
          </tr>
          <tr>
            <td />
            {columns.map(({ metric }) => (
              <Fragment key={metric}>
                <th scope="col" className="gp-side-first">
                  {t('sides.a')}
                </th>
                <th scope="col">{t('sides.b')}</th>
                <th scope="col" title={t('sides.differenceHelp')}>
                  {t('sides.difference')}
                </th>
              </Fragment>
            ))}
          </tr>
          <tr className="gp-table-totals">
            <th scope="row">{t('report.totalAverage')}</th>
            <SideCells columns={columns} currency={currency} {...totals} />
          </tr>
        </thead>
        <tbody>{children}</tbody>
      </table>
    </div>
  );
}

interface CellsProps extends BothValues {
  readonly columns: readonly Column[];
  readonly currency: string;
}

function SideCells({ columns, currency, a, b }: CellsProps) {
  const format = useFormat();
  const place = visitsPlace(columns);
  const weight = [a[place], b[place]] as const;
  return columns.map(({ metric, kind, lowerIsBetter }, index) => {
    const write = (value: number | null | undefined) => writeValue(format, kind, value, currency);
    return (
      <Fragment key={metric}>
        <td className="gp-side-first gp-number">{write(a[index])}</td>
        <td className="gp-number">{write(b[index])}</td>
        <td>
          <Delta
            change={measuredChange(kind, a[index], b[index], weight)}
            lowerIsBetter={lowerIsBetter}
            before={write(b[index])}
          />
        </td>
      </Fragment>
    );
  });
}

export function SidesRow({ columns, currency, a, b, ...head }: CellsProps & RowHeadProps) {
  return (
    <tr data-depth={head.depth}>
      <RowHead {...head} />
      <SideCells columns={columns} currency={currency} a={a} b={b} />
    </tr>
  );
}
