/** Cohorts by rows, later intervals by columns; the deeper the colour, the more came back. */
import type { RetentionMode, RetentionResponse } from '@goalpost/contract/reports/retention';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../ui/format.ts';
import { isRunning } from './running.ts';
import type { UNITS } from './search.ts';
import '../../report/parts/table.css';
import './cohort-grid.css';

interface Props {
  readonly answer: RetentionResponse;
  readonly unit: (typeof UNITS)[number];
  readonly mode: RetentionMode;
  readonly people: boolean;
  readonly stale: boolean;
  /** The last day of the period that is over. */
  readonly whole: string;
}

export function CohortGrid({ answer: { data, totals }, unit, mode, people, stale, whole }: Props) {
  const { t } = useTranslation();
  const format = useFormat();
  const runs = (from: string, k: number): boolean => isRunning({ unit, mode, from, later: k + 1, whole });
  const runsForSome = (k: number): boolean =>
    data.some(({ from, returned }) => k < returned.length && runs(from, k));
  return (
    <>
      <div
        className={`gp-panel gp-table-box ${stale ? 'gp-stale' : ''}`}
        role="region"
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls must be reached by keys
        tabIndex={0}
        aria-label={t('retention.grid')}
      >
        <table className="gp-table gp-cohorts">
          <thead>
            <tr>
              <th scope="col">{t(`retention.cohort.${unit}`)}</th>
              <th scope="col" title={t('retention.beganHelp')}>
                {t('retention.began')}
              </th>
              {totals.returned.map((_count, k) => (
                // oxlint-disable-next-line react/no-array-index-key -- an interval is its place
                <th key={k} scope="col" title={t('retention.laterHelp')}>
                  {t(`retention.later.${unit}`, { n: k + 1 })}
                </th>
              ))}
            </tr>
            <tr className="gp-table-totals">
              <th scope="row">{t('retention.all')}</th>
              <td className="gp-number">{format.number(totals.visitors)}</td>
              {totals.returned.map((count, k) => (
                // oxlint-disable-next-line react/no-array-index-key -- an interval is its place
                <Cell key={k} count={count} of={totals.of[k] ?? 0} people={people} running={runsForSome(k)} />
              ))}
            </tr>
          </thead>
          <tbody>
            {data.map(({ from, visitors, returned }) => (
              <tr key={from}>
                <th scope="row">{unit === 'month' ? format.month(from) : format.day(from)}</th>
                <td className="gp-number">{format.number(visitors)}</td>
                {totals.returned.map((_count, k) => (
                  // oxlint-disable-next-line react/no-array-index-key -- an interval is its place
                  <Cell key={k} count={returned[k]} of={visitors} people={people} running={runs(from, k)} />
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {totals.returned.some((_count, k) => runsForSome(k)) && (
        <p className="gp-dim gp-small">{t('retention.runningNote')}</p>
      )}
    </>
  );
}

interface CellProps {
  /** Absent: the interval has not begun. */
  readonly count: number | undefined;
  readonly of: number;
  readonly people: boolean;
  /** The interval is not over for all of them. */
  readonly running: boolean;
}

function Cell({ count, of, people, running }: CellProps) {
  const { t } = useTranslation();
  const format = useFormat();
  if (count === undefined) return <td aria-label={t('retention.notYet')} />;
  const share = of === 0 ? null : (count / of) * 100;
  return (
    <td
      className="gp-number gp-cohort"
      style={{ '--gp-share': `${Math.min(share ?? 0, 100) * 0.4}%` } as React.CSSProperties}
      data-running={running}
      title={t(running ? 'retention.running' : 'retention.cell', {
        n: format.number(count),
        of: format.number(of),
      })}
    >
      {people ? format.number(count) : format.percent(share)}
    </td>
  );
}
