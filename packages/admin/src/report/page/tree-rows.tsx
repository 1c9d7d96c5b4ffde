/** The rows of one level of a report's tree; an opened row holds the next level. */
import { Button, Skeleton } from '@mantine/core';
import type { DrillLevel } from '@goalpost/contract/reports/catalogue';
import type { DimensionId } from '@goalpost/contract/reports/names';
import { useQuery } from '@tanstack/react-query';
import { Fragment, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { dataQuery, type Question } from '../../api/stat.ts';
import { useNarrow } from '../filters/use-narrow.ts';
import { filterFor, spelled, valueName } from '../dimensions.ts';
import { allOf } from '../state/all-of.ts';
import { ChangeCell } from '../parts/change-cell.tsx';
import { TableRow, type Column, type Sort } from '../parts/table.tsx';
import { refreshEvery, type Report } from '../use-report.ts';
import { levelAt } from './levels.ts';
import { usePast } from './use-past.ts';
import { ReportFailure } from '../filters/report-failure.tsx';

export const PAGE = 50;

interface Step {
  readonly raw: string;
  readonly key: string;
  readonly filter: string;
}

interface Props {
  readonly report: Report;
  readonly columns: readonly Column[];
  readonly sort: Sort;
  readonly levels: readonly DrillLevel[];
  readonly dimension: DimensionId;
  /** The rows opened on the way here. */
  readonly path?: readonly Step[];
  /** Largest first number of the level above, for the bars. */
  readonly most?: number | undefined;
}

/** What one level of a report asks. As the API does, the first leaves out visits without a value [M8]. */
export function levelQuestion(
  { report, columns, sort, dimension, path = [] }: Omit<Props, 'levels'>,
  limit: number,
): Question {
  const name = spelled(dimension);
  return {
    ...report.within,
    metrics: columns.map((column) => column.metric),
    dimensions: [name],
    filters: allOf([report.within.filters, ...path.map((step) => step.filter)]),
    sort: `${sort.down ? '-' : ''}${sort.metric === 'name' ? name : sort.metric}`,
    limit,
    ...(path.length === 0 ? {} : { undefinedToo: true }),
    ...report.days,
  };
}

export function TreeRows(props: Props) {
  const { report, columns, sort, levels, dimension, path = [], most } = props;
  const { t } = useTranslation();
  const [limit, setLimit] = useState(PAGE);
  const { currency } = report;
  const depth = path.length;
  const question = levelQuestion(props, limit);
  const narrow = useNarrow(report);
  const answer = useQuery({ ...dataQuery(question), refetchInterval: refreshEvery(report) });
  const [first] = columns;
  const before = usePast(report, first?.metric ?? '', dimension, question.filters);
  const opened = (report.search.open ?? '').split(',').filter((key) => key !== '');
  const toggle = (key: string): void => {
    const rest = opened.filter((known) => known !== key && !known.startsWith(`${key}/`));
    report.change({ open: (opened.includes(key) ? rest : [...opened, key]).join(',') || undefined });
  };
  if (answer.isError && !answer.data) {
    return (
      <Whole columns={columns}>
        <ReportFailure report={report} error={answer.error} onRetry={() => void answer.refetch()} />
      </Whole>
    );
  }
  if (!answer.data) {
    return (
      <Whole columns={columns}>
        <Skeleton height={20} />
      </Whole>
    );
  }
  const rows = answer.data.data;
  const largest = most ?? Math.max(...rows.map((row) => row.metrics[0] ?? 0));
  return (
    <>
      {rows.map((row) => {
        const value = row.dimensions[0] ?? { name: null };
        const raw = String(value.id ?? value.name ?? '');
        const key = [...path.map((step) => step.key), encodeURIComponent(raw)].join('/');
        const next = raw === '' ? null : levelAt(levels, [...path.map((step) => step.raw), raw]);
        const canOpen = next !== null;
        const isOpen = canOpen && opened.includes(key);
        return (
          <Fragment key={key}>
            <TableRow
              name={valueName(t, dimension, value)}
              depth={depth}
              tree={levels.length > 1}
              opened={canOpen ? isOpen : undefined}
              onToggle={() => toggle(key)}
              onFilter={(keep) => narrow(dimension, value, keep)}
              columns={columns}
              values={row.metrics}
              {...(before && first
                ? {
                    change: (
                      <ChangeCell
                        report={report}
                        measure={first}
                        now={row.metrics[0]}
                        before={before.of?.(raw)}
                      />
                    ),
                  }
                : {})}
              currency={currency}
              most={largest}
            />
            {isOpen && next && (
              <TreeRows
                report={report}
                columns={columns}
                sort={sort}
                levels={levels}
                dimension={next}
                path={[...path, { raw, key: encodeURIComponent(raw), filter: filterFor(dimension, value) }]}
                most={largest}
              />
            )}
          </Fragment>
        );
      })}
      {answer.data.total_rows > rows.length && (
        <Whole columns={columns}>
          <Button
            variant="subtle"
            size="xs"
            onClick={() => setLimit(limit + PAGE)}
            loading={answer.isFetching}
          >
            {t('report.more')}
          </Button>
        </Whole>
      )}
    </>
  );
}

function Whole({ columns, children }: { readonly columns: readonly Column[]; readonly children: ReactNode }) {
  return (
    <tr>
      <td colSpan={columns.length + 2}>{children}</td>
    </tr>
  );
}
