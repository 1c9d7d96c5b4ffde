/** The form that puts a report on a board: what to show of it, and of which metric. */
import type { ReportWidget } from '@goalpost/contract/management';
import type { DimensionId } from '@goalpost/contract/reports/names';
import { NativeSelect } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { spelled } from '../dimensions.ts';
import type { Column } from '../parts/table-shape.ts';
import { plainCredit } from '../state/sharing.ts';
import type { Report } from '../use-report.ts';
import { BoardForm } from './board-form.tsx';

export interface AddProps {
  readonly report: Report;
  readonly columns: readonly Column[];
  /** What the rows are by. */
  readonly dimension: DimensionId;
}

interface Props extends AddProps {
  readonly onClose: () => void;
}

type Kind = ReportWidget['kind'];

export function AddToBoard({ report, columns, dimension, onClose }: Props) {
  const { t } = useTranslation();
  const overTime = dimension === 'datePeriod<group>';
  const kinds: readonly Kind[] = overTime ? ['chart', 'number'] : ['table', 'number', 'chart'];
  const [first = 'number'] = kinds;
  const [kind, setKind] = useState(first);
  const proposed = columns[0]?.metric ?? 'ym:s:visits';
  const [metric, setMetric] = useState(proposed);
  const { within } = report;
  return (
    <BoardForm
      onClose={onClose}
      edited={kind !== first || metric !== proposed}
      questionOf={(title) => ({
        counter_id: report.counterId,
        kind,
        title,
        metric,
        dimension: kind === 'table' ? spelled(dimension, report.scope) : null,
        filters: within.filters ?? '',
        segment: within.segment ?? '',
        attribution: plainCredit(within.attribution),
        period: '',
        ...sideB(report),
      })}
    >
      <NativeSelect
        label={t('boards.kind')}
        data={kinds.map((kind) => ({ value: kind, label: t(`boards.kinds.${kind}`) }))}
        value={kind}
        onChange={({ currentTarget: { value } }) => setKind(kinds.find((one) => one === value) ?? first)}
      />
      <NativeSelect
        label={t('boards.metric')}
        data={columns.map(({ metric, label, over }) => ({
          value: metric,
          label: over === undefined ? t(label) : `${over}: ${t(label)}`,
        }))}
        value={metric}
        onChange={(event) => setMetric(event.currentTarget.value)}
      />
    </BoardForm>
  );
}

/** What of the address makes a second side. */
function sideB({ sides, search: { segment_b, filters_b, period_b } }: Report) {
  if (sides === null) return {};
  return {
    ...(segment_b === undefined ? {} : { segment_b }),
    ...(filters_b === undefined ? {} : { filters_b }),
    ...(period_b === undefined ? {} : { period_b }),
  };
}
