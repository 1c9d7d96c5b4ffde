/** The change of a number of visits, as the report compares. */
import { useFormat } from '../../ui/format.ts';
import { changeOf } from '../state/change.ts';
import { Delta } from './delta.tsx';
import type { Report } from '../use-report.ts';

interface Props {
  readonly report: Report;
  readonly now: number | null | undefined;
  /** Undefined: not known yet. */
  readonly before: number | null | undefined;
}

export function VisitsChange({ report, now, before }: Props) {
  const format = useFormat();
  const change = report.open ? ({ kind: 'open' } as const) : changeOf(now, before);
  return <Delta change={change} before={format.number(before)} />;
}
