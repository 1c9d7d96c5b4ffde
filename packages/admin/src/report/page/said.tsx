/** Tells those who do not see the table that it has changed: its rows, and the first total. */
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { dataQuery, type Question } from '../../api/stat.ts';
import { useFormat } from '../../ui/format.ts';
import { writeValue, type Measure } from '../metrics.ts';
import type { Report } from '../use-report.ts';

interface Props {
  readonly report: Report;
  readonly measure: Measure;
  readonly question: Question;
}

/** It stands there before its words do: what appears with them is not read out. */
export function Said({ report, measure, question }: Props) {
  const { t } = useTranslation();
  const format = useFormat();
  const { data } = useQuery(dataQuery(question));
  return (
    <p role="status" className="gp-hidden-name">
      {data &&
        t('report.said', {
          rows: format.number(data.total_rows),
          metric: t(measure.label),
          value: writeValue(format, measure.kind, data.totals[0], report.currency),
        })}
    </p>
  );
}
