/** One goal: its numbers, its colour on the chart, and, opened, where its visitors came from. */
import { UnstyledButton, VisuallyHidden } from '@mantine/core';
import { IconChevronRight } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { AutoBadge, GoalIcon } from '../goals/index.ts';
import { changeOf } from '../report/state/change.ts';
import { Delta } from '../report/parts/delta.tsx';
import { usePalette } from '../report/chart/palette.ts';
import { Spark } from '../report/chart/spark.tsx';
import { OtherRevenue } from '../report/parts/other-revenue.tsx';
import type { Report } from '../report/use-report.ts';
import { useFormat } from '../ui/format.ts';
import { Breakdown } from './breakdown.tsx';
import { COLUMN_COUNT, type GoalRow } from './rows.ts';

interface Props {
  readonly row: GoalRow;
  readonly report: Report;
  readonly opened: boolean;
  /** Its place among the lines of the chart, or -1. */
  readonly line: number;
  /** The chart takes no more lines. */
  readonly full: boolean;
  readonly onToggle: () => void;
  readonly onLine: (on: boolean) => void;
}

export function GoalRowView({ row, report, opened, line, full, onToggle, onLine }: Props) {
  const { t } = useTranslation();
  const format = useFormat();
  const palette = usePalette();
  const { goal, before } = row;
  const { name } = goal;
  const on = line >= 0;
  const change = (
    <Delta
      change={report.open && before ? { kind: 'open' } : changeOf(row.reaches, before?.reaches)}
      {...(before ? { before: format.number(before.reaches) } : {})}
    />
  );
  return (
    <>
      <tr>
        <th scope="row">
          <span className="gp-table-name">
            <UnstyledButton
              className="gp-table-toggle"
              aria-expanded={opened}
              aria-label={t(opened ? 'report.shut' : 'report.open', { name })}
              onClick={onToggle}
            >
              <IconChevronRight size={16} aria-hidden="true" data-opened={opened} />
            </UnstyledButton>
            <UnstyledButton
              className="gp-line-dot"
              aria-pressed={on}
              disabled={full && !on}
              title={
                full && !on
                  ? t('conversions.maxLines')
                  : t(on ? 'conversions.offChart' : 'conversions.onChart', { name })
              }
              aria-label={t('conversions.onChart', { name })}
              onClick={() => onLine(!on)}
            >
              <i style={on ? { background: palette.line(line), borderColor: palette.line(line) } : {}} />
            </UnstyledButton>
            <GoalIcon goal={goal} />
            <span className="gp-table-text" title={name}>
              {name}
            </span>
            {goal.goal_source === 'auto' && <AutoBadge />}
          </span>
        </th>
        <td>
          <Spark values={row.trend} width={72} />
        </td>
        <td className="gp-number">
          {format.short(row.reaches)}
          <Backfilled reaches={row.backfilled ?? 0} />
        </td>
        <td className="gp-number">{format.short(row.visits)}</td>
        <td className="gp-number">{format.short(row.users)}</td>
        <td className="gp-number">{format.percent(row.rate)}</td>
        <td className="gp-number">{format.percent(row.userRate)}</td>
        <td className="gp-number">
          {row.revenue === 0 ? '—' : format.money(row.revenue, report.currency)}
          <OtherRevenue sums={row.otherRevenue} />
        </td>
        <td>{change}</td>
      </tr>
      {opened && (
        <tr className="gp-breakdown-row">
          <td colSpan={COLUMN_COUNT}>
            <Breakdown row={row} report={report} />
          </td>
        </tr>
      )}
    </>
  );
}

function Backfilled({ reaches }: { readonly reaches: number }) {
  const { t } = useTranslation();
  const format = useFormat();
  if (reaches === 0) return null;
  return (
    <span className="gp-backfilled" title={t('backfill.hint')}>
      +{format.short(reaches)}
      <VisuallyHidden> {t('backfill.hint')}</VisuallyHidden>
    </span>
  );
}
