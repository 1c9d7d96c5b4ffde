/** What widgets of all kinds are given, and what stands there until they have an answer. */
import type { ReportWidget } from '@goalpost/contract/management';
import type { DimensionId } from '@goalpost/contract/reports/names';
import { Skeleton } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Measure } from '../report/metrics.ts';
import type { Report } from '../report/use-report.ts';

/** Boards hang on walls: they look again, whether or not the period is open. */
export const REFRESH_MS = 60_000;
export const ROWS = 10;
/** Pixels of a number, and of a chart or a table. */
export const LOW = 56;
export const TALL = 264;

export interface WidgetProps {
  readonly report: Report;
  readonly question: ReportWidget;
  readonly name: string;
  /** Null: a metric that screens do not know. */
  readonly measure: Measure | null;
  readonly dimension: DimensionId | null;
}

export function Waiting({ error, height }: { readonly error: Error | null; readonly height: number }) {
  const { t } = useTranslation();
  if (error === null) return <Skeleton height={height} radius={8} />;
  return (
    <p className="gp-dim" role="alert">
      {t('boards.failed', { message: error.message })}
    </p>
  );
}
