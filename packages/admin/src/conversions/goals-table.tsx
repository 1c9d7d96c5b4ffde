/** Goals as rows: chat goals together, then the others; a row opens to where its visitors came from. */
import { UnstyledButton } from '@mantine/core';
import { Fragment } from 'react';
import { useTranslation } from 'react-i18next';
import { isChatGoal } from '../goals/index.ts';
import { goalMeasure, type Measure } from '../report/metrics.ts';
import type { Report } from '../report/use-report.ts';
import { GOALS_TABLE } from './funnel-step-link.tsx';
import { GoalRowView } from './goal-row.tsx';
import { COLUMN_COUNT, ROW_SORTS, sortRows, type GoalRow, type RowSort } from './rows.ts';
import '../report/parts/table.css';
import './conversions.css';

const HEADS: Record<RowSort, Measure> = {
  reaches: goalMeasure(0, 'reaches'),
  visits: goalMeasure(0, 'visits'),
  users: goalMeasure(0, 'users'),
  rate: goalMeasure(0, 'conversionRate'),
  userRate: goalMeasure(0, 'userConversionRate'),
  revenue: goalMeasure(0, 'revenue'),
};

interface Props {
  readonly report: Report;
  readonly rows: readonly GoalRow[];
  /** Goals on the chart, in the order of their colours. */
  readonly chosen: readonly number[];
  readonly onChoose: (chosen: readonly number[]) => void;
  readonly stale: boolean;
}

export function GoalsTable({ report, rows, chosen, onChoose, stale }: Props) {
  const { t } = useTranslation();
  const [, minus, name] = /^(-?)(\w+)$/.exec(report.search.sort ?? '-reaches') ?? [];
  const by = ROW_SORTS.find((known) => known === name) ?? 'reaches';
  const down = minus === '-';
  const sorted = sortRows(rows, by, down);
  const chat = sorted.filter((row) => isChatGoal(row.goal));
  const others = sorted.filter((row) => !isChatGoal(row.goal));
  const groups = [
    { name: t('conversions.chat'), rows: chat },
    { name: t('conversions.others'), rows: others },
  ].filter((group) => group.rows.length > 0);
  const opened = new Set((report.search.open ?? '').split(','));
  const toggle = (id: string): void => {
    if (!opened.delete(id)) opened.add(id);
    report.change({ open: [...opened].filter((key) => key !== '').join(',') || undefined });
  };
  return (
    <div
      id={GOALS_TABLE}
      className="gp-panel gp-table-box"
      role="region"
      aria-label={t('conversions.title')}
      tabIndex={0}
    >
      <table className={`gp-table gp-conversions ${stale ? 'gp-stale' : ''}`}>
        <thead>
          <tr>
            <th scope="col">{t('dimension.goal')}</th>
            <th scope="col">{t('report.trend')}</th>
            {ROW_SORTS.map((key) => (
              <th key={key} scope="col" aria-sort={by === key ? (down ? 'descending' : 'ascending') : 'none'}>
                <UnstyledButton
                  className="gp-table-sort"
                  data-active={by === key}
                  title={t(HEADS[key].help)}
                  onClick={() => report.change({ sort: `${by === key && down ? '' : '-'}${key}` })}
                >
                  {t(HEADS[key].label)}
                  <span aria-hidden="true">{by === key ? (down ? '\u00a0↓' : '\u00a0↑') : ''}</span>
                </UnstyledButton>
              </th>
            ))}
            <th scope="col">{t('report.change')}</th>
          </tr>
        </thead>
        <tbody>
          {groups.map((group) => (
            <Fragment key={group.name}>
              {groups.length > 1 && (
                <tr className="gp-conversions-group">
                  <th scope="rowgroup" colSpan={COLUMN_COUNT}>
                    {group.name}
                  </th>
                </tr>
              )}
              {group.rows.map((row) => (
                <GoalRowView
                  key={row.goal.id}
                  row={row}
                  report={report}
                  opened={opened.has(String(row.goal.id))}
                  line={chosen.indexOf(row.goal.id)}
                  full={chosen.length >= 7}
                  onToggle={() => toggle(String(row.goal.id))}
                  onLine={(on) =>
                    onChoose(on ? [...chosen, row.goal.id] : chosen.filter((id) => id !== row.goal.id))
                  }
                />
              ))}
            </Fragment>
          ))}
        </tbody>
      </table>
    </div>
  );
}
