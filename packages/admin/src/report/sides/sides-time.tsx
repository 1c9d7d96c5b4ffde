/** Rows of a report over time: each interval of side A beside the one of side B. */
import { useQuery } from '@tanstack/react-query';
import { bytimeQuery } from '../../api/stat.ts';
import { useFormat } from '../../ui/format.ts';
import type { Column } from '../parts/table-shape.ts';
import type { Sides } from '../state/sides.ts';
import type { Report } from '../use-report.ts';
import { laidOver } from './laid-over.ts';
import { metricsOf, sideByTime } from './question.ts';
import { SidesRow } from './sides-table.tsx';

interface Props {
  readonly report: Report;
  readonly sides: Sides;
  readonly columns: readonly Column[];
}

export function SidesTime({ report, sides, columns }: Props) {
  const format = useFormat();
  const metrics = metricsOf(columns);
  const a = useQuery(bytimeQuery(sideByTime(report, sides, sides.a, metrics)));
  const b = useQuery(bytimeQuery(sideByTime(report, sides, sides.b, metrics)));
  if (!a.data || !b.data) return null;
  return laidOver(a.data, b.data, report.now()).map((row) => {
    const name = row.name(format, report.group);
    return (
      <SidesRow
        key={row.a?.at[0] ?? row.b?.at[0]}
        name={name}
        depth={0}
        columns={columns}
        currency={report.currency}
        a={row.a?.values ?? []}
        b={row.b?.values ?? []}
      />
    );
  });
}
