/** A shared report with two sides: both in one chart, and each row with the numbers of both [A44]. */
import type { SharedReport } from '@goalpost/contract/management';
import type { Report as Entry } from '@goalpost/contract/reports/catalogue';
import { IconFilterOff } from '@tabler/icons-react';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { sharedRowsQuery, type SharedAsk } from '../api/sharing/shares.ts';
import { VISITS } from '../report/metrics.ts';
import type { Column, Sort } from '../report/parts/table-shape.ts';
import { SideLetter } from '../report/sides/side-letter.tsx';
import { SidesRow, SidesTable } from '../report/sides/sides-table.tsx';
import { comparedDays } from '../report/state/period.ts';
import { Empty } from '../ui/empty.tsx';
import { Failure } from '../ui/failure.tsx';
import { useFormat } from '../ui/format.ts';
import { PageSkeleton } from '../ui/page-skeleton.tsx';
import type { SharedPeriod } from './shared-days.tsx';
import { SharedRows } from './shared-rows.tsx';
import { SharedSidesChart } from './shared-sides-chart.tsx';
import '../report/sides/sides.css';

type Sides = NonNullable<SharedReport['sides']>;

interface Props {
  readonly entry: Entry;
  readonly title: string;
  readonly shown: SharedReport;
  readonly sides: Sides;
  /** Of side A. */
  readonly days: SharedPeriod;
  readonly columns: readonly Column[];
  readonly sort: Sort;
  readonly onSort: (sort: Sort) => void;
  readonly asked: SharedAsk;
}

export function SharedSides(props: Props) {
  const { entry, title, shown, sides, days, columns, sort, onSort, asked } = props;
  const { t } = useTranslation();
  const format = useFormat();
  const daysB = daysOfB(sides, days);
  const follows = typeof sides.days_b === 'string' && sides.days_b !== 'same' && shown.period === null;
  const both = follows ? { ...asked, date1_b: daysB.date1, date2_b: daysB.date2 } : asked;
  const rows = useInfiniteQuery(sharedRowsQuery(both));
  if (rows.isError) return <Failure error={rows.error} onRetry={() => void rows.refetch()} />;
  const [first] = rows.data?.pages ?? [];
  if (first === undefined) return <PageSkeleton />;
  if (first.rows.length === 0)
    return <Empty icon={<IconFilterOff />} title={t('sides.empty')} text={t('shared.emptyText')} />;
  const [dimension = 'date'] = entry.dimensions;
  const words = (name: string, { date1, date2 }: SharedPeriod): string =>
    t('sides.visitsOf', { visits: name, days: format.range(date1, date2) });
  const names = { a: words(sides.a, days), b: words(sides.b, daysB) };
  return (
    <>
      <section className="gp-panel gp-sides" aria-label={t('sides.title')}>
        {(['a', 'b'] as const).map((side) => (
          <p key={side} className="gp-side-words">
            <SideLetter side={side} />
            {names[side]}
          </p>
        ))}
      </section>
      <SharedSidesChart
        measure={columns[0] ?? VISITS}
        asked={both}
        days={days}
        names={names}
        today={shown.today}
        currency={shown.currency}
      />
      <SidesTable
        label={title}
        columns={columns}
        first={t(`dimension.${dimension}`)}
        firstHelp={t(`dimensionHelp.${dimension}`)}
        currency={shown.currency}
        totals={{ a: first.totals, b: first.totals_b ?? [] }}
        sort={sort}
        onSort={onSort}
        stale={rows.isPlaceholderData}
      >
        <SharedRows
          entry={entry}
          asked={both}
          dimension={dimension}
          span={columns.length * 3 + 1}
          row={({ metrics, metrics_b: other }, head) => (
            <SidesRow {...head} columns={columns} currency={shown.currency} a={metrics} b={other ?? []} />
          )}
        />
      </SidesTable>
    </>
  );
}

function daysOfB({ days_b: said }: Sides, days: SharedPeriod): SharedPeriod {
  if (typeof said !== 'string') return said;
  const { date1: from, date2: to } = days;
  const before = said === 'same' ? null : comparedDays(`${from}..${to}`, { from, to }, said);
  return before === null ? days : { date1: before.from, date2: before.to };
}
