/** The report of a shared link: its days, a table with bars, and nothing that leads further. */
import type { SharedReport as Shown } from '@goalpost/contract/management';
import { REPORTS, type Report as Entry } from '@goalpost/contract/reports/catalogue';
import { withLevels } from '@goalpost/contract/reports/levels';
import { NativeSelect } from '@mantine/core';
import { IconFilterOff } from '@tabler/icons-react';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { sharedRowsQuery, type SharedAsk } from '../api/sharing/shares.ts';
import { textIn } from '../i18n/text.ts';
import { Empty } from '../ui/empty.tsx';
import { Failure } from '../ui/failure.tsx';
import { PageSkeleton } from '../ui/page-skeleton.tsx';
import { VISITS } from '../report/metrics.ts';
import type { Sort } from '../report/parts/table-shape.ts';
import { sharedColumns, shownLevels, sortOf, writeSort } from './columns.ts';
import { lately, SharedDays } from './shared-days.tsx';
import { SharedHead } from './shared-head.tsx';
import { SharedChart } from './shared-chart.tsx';
import { SharedSides } from './shared-sides.tsx';
import { SharedTable } from './shared-table.tsx';

interface Props {
  readonly token: string;
  readonly shown: Shown;
}

export function SharedReport({ token, shown }: Props) {
  const { t, i18n } = useTranslation();
  const entries = REPORTS.filter(({ id }) => shown.reports.includes(id));
  const [id, setId] = useState(entries[0]?.id ?? '');
  const [days, setDays] = useState(shown.period ?? lately(shown.today));
  const known = entries.find((one) => one.id === id);
  const entry = known && withLevels(known, shownLevels(shown));
  if (entry === undefined) return <Empty icon={<IconFilterOff />} title={t('shared.gone')} text="" />;
  const title = textIn(entry.title, i18n.language);
  return (
    <>
      <SharedHead title={title} shown={shown} />
      <div className="gp-shared-bar">
        {entries.length > 1 && (
          <NativeSelect
            label={t('shared.report')}
            value={id}
            onChange={(event) => setId(event.currentTarget.value)}
            data={entries.map((one) => ({ value: one.id, label: textIn(one.title, i18n.language) }))}
          />
        )}
        <SharedDays shown={shown} days={days} onChange={setDays} />
      </div>
      {/* Rows of one report are not shown under the columns of another. */}
      <Answer
        key={entry.id}
        entry={entry}
        title={title}
        shown={shown}
        days={days}
        asked={{
          token,
          report: entry.id,
          what: 'rows',
          ...(shown.key === '' ? {} : { key: shown.key }),
          ...(shown.period === null ? days : {}),
        }}
      />
    </>
  );
}

interface AnswerProps {
  readonly entry: Entry;
  readonly title: string;
  readonly shown: Shown;
  readonly days: { readonly date1: string; readonly date2: string };
  readonly asked: SharedAsk;
}

function Answer({ entry, title, shown, days, asked }: AnswerProps) {
  const { t, i18n } = useTranslation();
  const { currency, today, sides } = shown;
  const columns = sharedColumns(entry, shown.columns, i18n.language);
  const [chosen, setSort] = useState<Sort | null>(null);
  const sort = chosen ?? sortOf(shown, entry, columns);
  const sorted = chosen === null ? asked : { ...asked, sort: writeSort(chosen, entry) };
  const rows = useInfiniteQuery({ ...sharedRowsQuery(sorted), enabled: sides === null });
  if (sides !== null)
    return (
      <SharedSides
        entry={entry}
        title={title}
        shown={shown}
        sides={sides}
        days={days}
        columns={columns}
        sort={sort}
        onSort={setSort}
        asked={sorted}
      />
    );
  if (rows.isError) return <Failure error={rows.error} onRetry={() => void rows.refetch()} />;
  if (rows.data === undefined) return <PageSkeleton />;
  const [first] = rows.data.pages;
  if (first === undefined || first.rows.length === 0)
    return <Empty icon={<IconFilterOff />} title={t('shared.empty')} text={t('shared.emptyText')} />;
  return (
    <>
      {entry.chart !== 'none' && entry.chart !== 'bars' && (
        <SharedChart
          measure={columns[0] ?? VISITS}
          asked={asked}
          days={days}
          today={today}
          currency={currency}
        />
      )}
      <SharedTable
        entry={entry}
        title={title}
        columns={columns}
        currency={currency}
        totals={first.totals}
        sort={sort}
        onSort={setSort}
        asked={sorted}
        stale={rows.isPlaceholderData}
      />
    </>
  );
}
