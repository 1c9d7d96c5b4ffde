/** The first metric of both sides over time, the second laid over the first. */
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { bytimeQuery } from '../../api/stat.ts';
import { Chart } from '../chart/chart.tsx';
import type { Measure } from '../metrics.ts';
import type { Sides } from '../state/sides.ts';
import { refreshEvery, type Report } from '../use-report.ts';
import { sideByTime } from './question.ts';
import { useSidesModel } from './use-sides-model.ts';
import { useSideWords } from './use-sides.ts';

interface Props {
  readonly report: Report;
  readonly sides: Sides;
  readonly measure: Measure;
}

export function SidesChart({ report, sides, measure }: Props) {
  const { t } = useTranslation();
  const words = useSideWords(report);
  const { metric } = measure;
  const refetchInterval = refreshEvery(report);
  const a = useQuery({ ...bytimeQuery(sideByTime(report, sides, sides.a, [metric])), refetchInterval });
  const b = useQuery({ ...bytimeQuery(sideByTime(report, sides, sides.b, [metric])), refetchInterval });
  const model = useSidesModel({
    answers: { a: a.data, b: b.data },
    names: { a: words?.a.whole ?? '', b: words?.b.whole ?? '' },
    measure,
    group: report.group,
    currency: report.currency,
    now: report.now,
  });
  return <Chart name={t(measure.label)} model={model} stale={a.isPlaceholderData || b.isPlaceholderData} />;
}
