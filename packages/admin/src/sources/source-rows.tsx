/** The rows of one level of the tree; an opened row holds the next level. */
import { Button, Skeleton } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Fragment, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { dataQuery } from '../api/stat.ts';
import { filterFor, valueName, type Dimension } from '../report/dimensions.ts';
import { TableRow, type Column, type Sort } from '../report/parts/table.tsx';
import { refreshEvery, type Report } from '../report/use-report.ts';
import { VisitsChange } from '../report/parts/visits-change.tsx';
import { Failure } from '../ui/failure.tsx';
import { usePast } from './use-past.ts';
import { levelAt } from './levels.ts';

const PAGE = 50;

interface Step {
  readonly raw: string;
  readonly key: string;
  readonly filter: string;
}

interface Props {
  readonly report: Report;
  readonly columns: readonly Column[];
  readonly sort: Sort;
  readonly dimension: Dimension;
  /** The rows opened on the way here. */
  readonly path: readonly Step[];
  /** Largest first number of the level above, for the bars. */
  readonly most: number | undefined;
}

export function SourceRows({ report, columns, sort, dimension, path, most }: Props) {
  const { t, i18n } = useTranslation();
  const [limit, setLimit] = useState(PAGE);
  const { counterId, currency, days } = report;
  const depth = path.length;
  const filters = path.map((step) => step.filter).join(' AND ');
  const answer = useQuery({
    ...dataQuery({
      counterId,
      metrics: columns.map((column) => column.metric),
      dimensions: [dimension.name],
      ...(filters === '' ? {} : { filters }),
      sort: `${sort.down ? '-' : ''}${sort.metric}`,
      limit,
      undefinedToo: true,
      ...days,
    }),
    refetchInterval: refreshEvery(report),
  });
  const before = usePast(report, dimension, filters);
  const opened = (report.search.open ?? '').split(',').filter((key) => key !== '');
  const toggle = (key: string): void => {
    const rest = opened.filter((known) => known !== key && !known.startsWith(`${key}/`));
    report.change({ open: (opened.includes(key) ? rest : [...opened, key]).join(',') || undefined });
  };
  if (answer.isError && !answer.data)
    return <Whole columns={columns}>{<Failure error={answer.error} />}</Whole>;
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
        const next = raw === '' ? null : levelAt([...path.map((step) => step.raw), raw]);
        const canOpen = next !== null;
        const isOpen = canOpen && opened.includes(key);
        return (
          <Fragment key={key}>
            <TableRow
              name={valueName(t, i18n.language, dimension, value)}
              depth={depth}
              tree
              opened={canOpen ? isOpen : undefined}
              onToggle={() => toggle(key)}
              columns={columns}
              values={row.metrics}
              {...(before
                ? {
                    change: (
                      <VisitsChange report={report} now={row.metrics[0]} before={before.visits?.(raw)} />
                    ),
                  }
                : {})}
              currency={currency}
              most={largest}
            />
            {isOpen && next && (
              <SourceRows
                report={report}
                columns={columns}
                sort={sort}
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

function Whole({
  columns,
  children,
}: {
  readonly columns: readonly Column[];
  readonly children: React.ReactNode;
}) {
  return (
    <tr>
      <td colSpan={columns.length + 2}>{children}</td>
    </tr>
  );
}
