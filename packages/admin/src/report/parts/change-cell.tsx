/** The change of a number, as the report compares. */
import { useFormat } from '../../ui/format.ts';
import { writeValue, type Measure } from '../metrics.ts';
import { changeOf } from '../state/change.ts';
import type { Report } from '../use-report.ts';
import { Delta } from './delta.tsx';

interface Props {
  readonly report: Report;
  readonly measure: Measure;
  readonly now: number | null | undefined;
  /** Undefined or null: not known. */
  readonly before: number | null | undefined;
}

export function ChangeCell({ report, measure, now, before }: Props) {
  const format = useFormat();
  const change = report.open ? ({ kind: 'open' } as const) : changeOf(now, before);
  return (
    <Delta
      change={change}
      lowerIsBetter={measure.lowerIsBetter}
      before={writeValue(format, measure.kind, before, report.currency)}
    />
  );
}
