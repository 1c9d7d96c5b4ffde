/** The rows of one level of a report with two sides; an opened row holds the next level. */
import { Button, Skeleton } from '@mantine/core';
import type { DrillLevel } from '@goalpost/contract/reports/catalogue';
import type { DimensionId } from '@goalpost/contract/reports/names';
import { useQuery } from '@tanstack/react-query';
import { Fragment, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { comparisonQuery } from '../../api/stat.ts';
import { filterFor, valueName } from '../dimensions.ts';
import { ReportFailure } from '../filters/report-failure.tsx';
import { useNarrow } from '../filters/use-narrow.ts';
import { levelAt } from '../page/levels.ts';
import type { Column, Sort } from '../parts/table.tsx';
import type { Sides } from '../state/sides.ts';
import { refreshEvery, type Report } from '../use-report.ts';
import { sidesQuestion } from './question.ts';
import { SidesRow } from './sides-table.tsx';

const PAGE = 50;

interface Step {
  readonly raw: string;
  readonly key: string;
  readonly filter: string;
}

interface Props {
  readonly report: Report;
  readonly sides: Sides;
  readonly columns: readonly Column[];
  readonly sort: Sort;
  readonly levels: readonly DrillLevel[];
  readonly dimension: DimensionId;
  /** The rows opened on the way here. */
  readonly path?: readonly Step[];
}

export function SidesRows(props: Props) {
  const { report, columns, levels, dimension, path = [] } = props;
  const { t } = useTranslation();
  const [limit, setLimit] = useState(PAGE);
  const narrow = useNarrow(report);
  const answer = useQuery({
    ...comparisonQuery(sidesQuestion({ ...props, path: path.map((step) => step.filter), limit })),
    refetchInterval: refreshEvery(report),
  });
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
  return (
    <>
      {rows.map((row) => {
        const value = row.dimensions[0] ?? { name: null };
        const raw = String(value.id ?? value.name ?? '');
        const key = [...path.map((step) => step.key), encodeURIComponent(raw)].join('/');
        const next = raw === '' ? null : levelAt(levels, [...path.map((step) => step.raw), raw]);
        const isOpen = next !== null && opened.includes(key);
        return (
          <Fragment key={key}>
            <SidesRow
              name={valueName(t, dimension, value)}
              depth={path.length}
              tree={levels.length > 1}
              opened={next === null ? undefined : isOpen}
              onToggle={() => toggle(key)}
              onFilter={(keep) => narrow(dimension, value, keep)}
              columns={columns}
              currency={report.currency}
              a={row.metrics.a}
              b={row.metrics.b}
            />
            {isOpen && (
              <SidesRows
                {...props}
                dimension={next}
                path={[...path, { raw, key: encodeURIComponent(raw), filter: filterFor(dimension, value) }]}
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
      <td colSpan={columns.length * 3 + 1}>{children}</td>
    </tr>
  );
}
