/** The rows of one level of a report with two sides; an opened row holds the next level. */
import type { DrillLevel } from '@goalpost/contract/reports/catalogue';
import type { DimensionId } from '@goalpost/contract/reports/names';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { comparisonQuery } from '../../api/stat.ts';
import { LevelRows, PAGE, type Step } from '../page/level-rows.tsx';
import type { Column, Sort } from '../parts/table-shape.ts';
import type { Sides } from '../state/sides.ts';
import { refreshEvery, type Report } from '../use-report.ts';
import { sidesQuestion } from './question.ts';
import { SidesRow } from './sides-table.tsx';

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
  const [limit, setLimit] = useState(PAGE);
  const answer = useQuery({
    ...comparisonQuery(sidesQuestion({ ...props, path: path.map((step) => step.filter), limit })),
    refetchInterval: refreshEvery(report),
  });
  return (
    <LevelRows
      report={report}
      levels={levels}
      dimension={dimension}
      path={path}
      answer={answer}
      span={columns.length * 3 + 1}
      onMore={() => setLimit(limit + PAGE)}
      row={({ metrics: { a, b } }, head) => (
        <SidesRow {...head} columns={columns} currency={report.currency} a={a} b={b} />
      )}
      inner={(next, way) => <SidesRows {...props} dimension={next} path={way} />}
    />
  );
}
