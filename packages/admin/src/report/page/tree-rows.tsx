/** The rows of one level of a report's tree; an opened row holds the next level. */
import type { DrillLevel } from '@goalpost/contract/reports/catalogue';
import type { DimensionId } from '@goalpost/contract/reports/names';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { dataQuery, type Question } from '../../api/stat.ts';
import { askedMetric } from '../boards/asked.ts';
import { spelled } from '../dimensions.ts';
import { allOf } from '../state/all-of.ts';
import { ChangeCell } from '../parts/change-cell.tsx';
import type { RowGoal } from '../bar/props.ts';
import { TableRow } from '../parts/table.tsx';
import type { Column, Sort } from '../parts/table-shape.ts';
import { refreshEvery, type Report } from '../use-report.ts';
import { LevelRows, PAGE, type Step } from './level-rows.tsx';
import { usePast } from './use-past.ts';

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
  const name = spelled(dimension, report.scope);
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
  const { report, columns, levels, dimension, path = [], most } = props;
  const [limit, setLimit] = useState(PAGE);
  const question = levelQuestion(props, limit);
  const answer = useQuery({ ...dataQuery(question), refetchInterval: refreshEvery(report) });
  const [first] = columns;
  const before = usePast(report, first?.metric ?? '', dimension, question.filters);
  const largest = most ?? Math.max(...(answer.data?.data ?? []).map((row) => row.metrics[0] ?? 0));
  return (
    <LevelRows
      report={report}
      levels={levels}
      dimension={dimension}
      path={path}
      goals={goalsOf(columns)}
      answer={answer}
      span={columns.length + 2}
      onMore={() => setLimit(limit + PAGE)}
      row={(row, head, raw) => (
        <TableRow
          {...head}
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
          currency={report.currency}
          most={largest}
        />
      )}
      inner={(next, way) => <TreeRows {...props} dimension={next} path={way} most={largest} />}
    />
  );
}

/** A goal has several columns. */
function goalsOf(columns: readonly Column[]): RowGoal[] {
  const names = new Map(
    columns.flatMap(({ metric, over }) => {
      const id = askedMetric(metric)?.goalId ?? 0;
      return id === 0 || over === undefined ? [] : [[String(id), over] as const];
    }),
  );
  return [...names].map(([id, name]) => ({ id, name }));
}
