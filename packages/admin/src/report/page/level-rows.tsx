/** Rows of one level of a table, whatever their cells; which are open is in the address. */
import { Button, Skeleton } from '@mantine/core';
import type { DrillLevel } from '@goalpost/contract/reports/catalogue';
import type { DimensionId } from '@goalpost/contract/reports/names';
import type { UseQueryResult } from '@tanstack/react-query';
import { Fragment, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { filterFor, valueName } from '../dimensions.ts';
import { ReportFailure } from '../filters/report-failure.tsx';
import { useNarrow } from '../filters/use-narrow.ts';
import { useRowVisits } from '../filters/use-row-visits.ts';
import type { RowGoal } from '../bar/props.ts';
import { WholeRow, type RowHeadProps } from '../parts/table.tsx';
import type { Report } from '../use-report.ts';
import { levelAt } from './levels.ts';

/** Rows that are asked for at once. */
export const PAGE = 50;

/** A row that was opened on the way to a level. */
export interface Step {
  readonly raw: string;
  readonly key: string;
  readonly filter: string;
}

type Value = Parameters<typeof filterFor>[1];

interface Level<Row> {
  readonly data: readonly Row[];
  readonly total_rows: number;
}

interface Props<Row> {
  readonly report: Report;
  readonly levels: readonly DrillLevel[];
  readonly dimension: DimensionId;
  readonly path: readonly Step[];
  /** Those that the table has columns of. */
  readonly goals?: readonly RowGoal[];
  readonly answer: UseQueryResult<Level<Row>>;
  /** Columns of the table, the names of rows among them. */
  readonly span: number;
  readonly onMore: () => void;
  /** @param raw the row's value as text */
  readonly row: (row: Row, head: RowHeadProps, raw: string) => ReactNode;
  /** What an opened row holds. */
  readonly inner: (dimension: DimensionId, path: readonly Step[]) => ReactNode;
}

export function LevelRows<Row extends { readonly dimensions: readonly Value[] }>(props: Props<Row>) {
  const { report, levels, dimension, path, answer, span, onMore, row: written, inner, goals = [] } = props;
  const { t } = useTranslation();
  const narrow = useNarrow(report);
  const showVisits = useRowVisits(report);
  const opened = (report.search.open ?? '').split(',').filter((key) => key !== '');
  const toggle = (key: string): void => {
    const rest = opened.filter((known) => known !== key && !known.startsWith(`${key}/`));
    report.change({ open: (opened.includes(key) ? rest : [...opened, key]).join(',') || undefined });
  };
  if (answer.isError && !answer.data)
    return (
      <WholeRow span={span}>
        <ReportFailure report={report} error={answer.error} onRetry={() => void answer.refetch()} />
      </WholeRow>
    );
  if (!answer.data)
    return (
      <WholeRow span={span}>
        <Skeleton height={20} />
      </WholeRow>
    );
  const rows = answer.data.data;
  return (
    <>
      {rows.map((row) => {
        const value = row.dimensions[0] ?? { name: null };
        const raw = String(value.id ?? value.name ?? '');
        const key = [...path.map((step) => step.key), encodeURIComponent(raw)].join('/');
        const next = raw === '' ? null : levelAt(levels, [...path.map((step) => step.raw), raw]);
        const isOpen = next !== null && opened.includes(key);
        const head: RowHeadProps = {
          name: valueName(t, dimension, value),
          depth: path.length,
          tree: levels.length > 1,
          opened: next === null ? undefined : isOpen,
          onToggle: () => toggle(key),
          onFilter: (keep) => narrow(dimension, value, keep),
          visits: {
            goals,
            open: (goal) => showVisits({ path: path.map((step) => step.filter), dimension, value, goal }),
          },
        };
        return (
          <Fragment key={key}>
            {written(row, head, raw)}
            {isOpen &&
              inner(next, [
                ...path,
                { raw, key: encodeURIComponent(raw), filter: filterFor(dimension, value, report.scope) },
              ])}
          </Fragment>
        );
      })}
      {answer.data.total_rows > rows.length && (
        <WholeRow span={span}>
          <Button variant="subtle" size="xs" onClick={onMore} loading={answer.isFetching}>
            {t('report.more')}
          </Button>
        </WholeRow>
      )}
    </>
  );
}
