/** A widget with two sides: both numbers, both lines, or rows with the numbers of both [M134]. */
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { comparisonQuery } from '../api/stat.ts';
import { valueName } from '../report/dimensions.ts';
import { VISITS, writeValue, type Measure } from '../report/metrics.ts';
import { Delta } from '../report/parts/delta.tsx';
import { sidesQuestion, visitsPlace } from '../report/sides/question.ts';
import { SideLetter } from '../report/sides/side-letter.tsx';
import { SidesChart } from '../report/sides/sides-chart.tsx';
import { SidesRow, SidesTable } from '../report/sides/sides-table.tsx';
import { useSideWords } from '../report/sides/use-sides.ts';
import { measuredChange } from '../report/state/change.ts';
import type { Sides } from '../report/state/sides.ts';
import { useFormat } from '../ui/format.ts';
import { LOW, REFRESH_MS, ROWS, TALL, Waiting, type WidgetProps } from './widget-parts.tsx';
import '../report/sides/sides.css';

interface Props extends WidgetProps {
  readonly sides: Sides;
}

export function SidesWidget({ measure, ...rest }: Props) {
  const { question, report, sides } = rest;
  const shown = measure ?? { ...VISITS, metric: question.metric };
  const words = useSideWords(report);
  return (
    <>
      <div className="gp-widget-sides">
        {(['a', 'b'] as const).map((side) => (
          <p key={side} className="gp-side-words">
            <SideLetter side={side} />
            <span className="gp-small">{words?.[side].whole}</span>
          </p>
        ))}
      </div>
      {question.kind === 'chart' ? (
        <SidesChart report={report} sides={sides} measure={shown} />
      ) : (
        <Numbers {...rest} measure={shown} />
      )}
    </>
  );
}

interface NumbersProps extends Props {
  readonly measure: Measure;
}

function Numbers({ report, sides, question, name, measure, dimension }: NumbersProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const columns = [measure];
  const isTable = question.kind === 'table' && dimension !== null;
  const answer = useQuery({
    ...comparisonQuery(
      sidesQuestion({
        report,
        sides,
        columns,
        ...(isTable ? { dimension, sort: { metric: measure.metric, down: true }, limit: ROWS } : {}),
      }),
    ),
    refetchInterval: REFRESH_MS,
  });
  const { data } = answer;
  if (data === undefined) return <Waiting error={answer.error} height={isTable ? TALL : LOW} />;
  const { a, b } = data.totals;
  const { currency } = report;
  if (isTable)
    return (
      <SidesTable
        label={name}
        columns={columns}
        first={t(`dimension.${dimension}`)}
        firstHelp={t(`dimensionHelp.${dimension}`)}
        currency={currency}
        totals={data.totals}
        sort={undefined}
        onSort={() => {}}
        stale={answer.isPlaceholderData}
      >
        {data.data.map(({ dimensions: [value], metrics }) => (
          <SidesRow
            key={`${value?.id ?? ''} ${value?.name ?? ''}`}
            name={valueName(t, dimension, value)}
            depth={0}
            columns={columns}
            currency={currency}
            a={metrics.a}
            b={metrics.b}
          />
        ))}
      </SidesTable>
    );
  const place = visitsPlace(columns);
  const write = (value: number | null | undefined) => writeValue(format, measure.kind, value, currency);
  return (
    <p className="gp-widget-both">
      {(['a', 'b'] as const).map((side) => (
        <span key={side}>
          <SideLetter side={side} />
          <span className="gp-widget-one gp-number">{write(data.totals[side][0])}</span>
        </span>
      ))}
      <Delta
        change={measuredChange(measure.kind, a[0], b[0], [a[place], b[place]])}
        lowerIsBetter={measure.lowerIsBetter}
        before={write(b[0])}
      />
    </p>
  );
}
