/** The report of a shared link: its days, a table with bars, and nothing that leads further. */
import type { SharedReport as Shown } from '@goalpost/contract/management';
import { REPORTS, type Report as Entry } from '@goalpost/contract/reports/catalogue';
import { NativeSelect, TextInput } from '@mantine/core';
import { IconFilterOff } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { sharedDataQuery } from '../api/sharing/shares.ts';
import { textIn } from '../i18n/text.ts';
import { Empty } from '../ui/empty.tsx';
import { Failure } from '../ui/failure.tsx';
import { useFormat } from '../ui/format.ts';
import { PageHead } from '../ui/page-head.tsx';
import { PageSkeleton } from '../ui/page-skeleton.tsx';
import { SharedChart } from './shared-chart.tsx';
import { SharedTable } from './shared-table.tsx';

interface Props {
  readonly token: string;
  readonly shown: Shown;
}

const DAYS = 29;
const DAY_MS = 86_400_000;

export function SharedReport({ token, shown }: Props) {
  const { t, i18n } = useTranslation();
  const format = useFormat();
  const entries = REPORTS.filter(({ id }) => shown.reports.includes(id));
  const [id, setId] = useState(entries[0]?.id ?? '');
  const [days, setDays] = useState(shown.period ?? lately(shown.today));
  const entry = entries.find((one) => one.id === id);
  if (entry === undefined) return <Empty icon={<IconFilterOff />} title={t('shared.gone')} text="" />;
  const title = textIn(entry.title, i18n.language);
  return (
    <>
      <PageHead title={title}>
        <span className="gp-dim">{shown.site}</span>
      </PageHead>
      <div className="gp-shared-bar">
        {entries.length > 1 && (
          <NativeSelect
            label={t('shared.report')}
            value={id}
            onChange={(event) => setId(event.currentTarget.value)}
            data={entries.map((one) => ({ value: one.id, label: textIn(one.title, i18n.language) }))}
          />
        )}
        {shown.period === null ? (
          <>
            <TextInput
              type="date"
              label={t('shared.from')}
              value={days.date1}
              max={days.date2}
              onChange={({ currentTarget: { value } }) => value !== '' && setDays({ ...days, date1: value })}
            />
            <TextInput
              type="date"
              label={t('shared.to')}
              value={days.date2}
              min={days.date1}
              max={shown.today}
              onChange={({ currentTarget: { value } }) => value !== '' && setDays({ ...days, date2: value })}
            />
          </>
        ) : (
          <p>{format.range(days.date1, days.date2)}</p>
        )}
      </div>
      <Answer
        entry={entry}
        title={title}
        currency={shown.currency}
        days={days}
        today={shown.today}
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

function lately(today: string): { date1: string; date2: string } {
  const first = new Date(Date.parse(`${today}T00:00:00Z`) - DAYS * DAY_MS);
  return { date1: first.toISOString().slice(0, 10), date2: today };
}

interface AnswerProps {
  readonly entry: Entry;
  readonly title: string;
  readonly currency: string;
  readonly days: { readonly date1: string; readonly date2: string };
  readonly today: string;
  readonly asked: Parameters<typeof sharedDataQuery>[0];
}

function Answer({ entry, title, currency, days, today, asked }: AnswerProps) {
  const { t } = useTranslation();
  const answer = useQuery({
    ...sharedDataQuery(asked),
    // Rows of one report are not shown under the columns of another.
    placeholderData: (last, before) => (before?.queryKey[1].report === asked.report ? last : undefined),
  });
  if (answer.isError) return <Failure error={answer.error} onRetry={() => void answer.refetch()} />;
  if (answer.data === undefined) return <PageSkeleton />;
  if (answer.data.rows.length === 0)
    return <Empty icon={<IconFilterOff />} title={t('shared.empty')} text={t('shared.emptyText')} />;
  return (
    <>
      {entry.chart === 'lines' && (
        <SharedChart entry={entry} asked={asked} days={days} today={today} currency={currency} />
      )}
      <SharedTable entry={entry} title={title} currency={currency} answer={answer.data} />
    </>
  );
}
