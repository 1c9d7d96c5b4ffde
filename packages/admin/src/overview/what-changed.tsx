/** What changed since last week, in plain words: the whole, and the rows that made it [M124]. */
import { Skeleton } from '@mantine/core';
import type { ChangesResponse } from '@goalpost/contract/reports/changes';
import type { DimensionId } from '@goalpost/contract/reports/names';
import { useQueries } from '@tanstack/react-query';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { changesQuery } from '../api/questions/changes.ts';
import { filterFor, spelled, valueName } from '../report/dimensions.ts';
import { allOf } from '../report/state/all-of.ts';
import { CONVERSIONS, measureOf, VISITS, type Measure } from '../report/metrics.ts';
import { addDays, type Days } from '../report/state/period.ts';
import type { Report } from '../report/use-report.ts';
import { useFormat } from '../ui/format.ts';
import { AnchorLink } from '../ui/links.tsx';
import { largestOf, saidOf, type Named } from './largest.ts';

const TOLD: readonly Measure[] = [VISITS, CONVERSIONS, measureOf('conversations')];
const PARTED: readonly DimensionId[] = [
  '<attribution>TrafficSource',
  '<attribution>SourceEngine',
  '<attribution>UTMCampaign',
  'startURLPath',
  'deviceCategory',
  'regionCountry',
];

/** Seven whole days until yesterday, and the seven before. */
const weeksBefore = (today: string) => ({
  now: { from: addDays(today, -7), to: addDays(today, -1) },
  before: { from: addDays(today, -14), to: addDays(today, -8) },
});

export function WhatChanged({ report }: { readonly report: Report }) {
  const { t } = useTranslation();
  const format = useFormat();
  const heading = useId();
  const weeks = weeksBefore(report.today);
  const answers = useQueries({
    queries: TOLD.map(({ metric }) =>
      changesQuery({ ...report.within, metric, dimensions: PARTED.map((id) => spelled(id)), ...weeks }),
    ),
  });
  // A week without anything before a week without anything is no news.
  if (answers.every(({ data, isError }) => isError || (data?.total.a === 0 && data.total.b === 0)))
    return null;
  const range = ({ from, to }: Days): string => format.range(from, to);
  return (
    <section className="gp-panel gp-changed" aria-labelledby={heading}>
      <h2 id={heading}>{t('changed.title')}</h2>
      <p className="gp-dim">
        {t('changed.days', { now: range(weeks.now), before: range(weeks.before) })} {t('changed.honest')}
      </p>
      <ul>
        {TOLD.map((measure, index) => {
          const answer = answers[index];
          if (answer === undefined || answer.isError) return null;
          return <Told key={measure.metric} report={report} measure={measure} answer={answer.data} />;
        })}
      </ul>
    </section>
  );
}

interface ToldProps {
  readonly report: Report;
  readonly measure: Measure;
  /** Undefined: not there yet. */
  readonly answer: ChangesResponse | undefined;
}

function Told({ report, measure, answer }: ToldProps) {
  const { t } = useTranslation();
  const format = useFormat();
  if (answer === undefined) {
    return (
      <li>
        <Skeleton height={20} />
      </li>
    );
  }
  const { total } = answer;
  if (total.a === 0 && total.b === 0) return null;
  const said = saidOf(total);
  const sentence = t(`changed.${said}`, {
    metric: t(measure.label),
    now: format.short(total.a),
    before: format.short(total.b),
    n: format.short(Math.abs(total.change)),
  });
  return (
    <li>
      <b>{sentence}</b>
      <Rows report={report} answer={answer} silent={said === 'few'} />
    </li>
  );
}

interface RowsProps {
  readonly report: Report;
  readonly answer: ChangesResponse;
  readonly silent: boolean;
}

function Rows({ report, answer, silent }: RowsProps) {
  const { t } = useTranslation();
  const rows = silent ? [] : largestOf(answer);
  if (rows.length === 0) return silent ? null : <p className="gp-dim">{t('changed.noRow')}</p>;
  return (
    <ul>
      {rows.map((row) => (
        <li key={`${row.dimension} ${String(row.value.id)}`}>
          <Row report={report} row={row} />
        </li>
      ))}
    </ul>
  );
}

function Row({ report, row }: { readonly report: Report; readonly row: Named }) {
  const { t } = useTranslation();
  const format = useFormat();
  const index = PARTED.findIndex((id) => bare(spelled(id)) === bare(row.dimension));
  const dimension = PARTED[index] ?? 'startURLPath';
  const { now } = weeksBefore(report.today);
  const sentence = t(row.change > 0 ? 'changed.moreFrom' : 'changed.lessFrom', {
    n: format.short(Math.abs(row.change)),
    dimension: t(`dimension.${dimension}`),
    name: valueName(t, dimension, row.value),
  });
  return (
    <AnchorLink
      to="/counter/$counterId/report/$report"
      params={{ counterId: String(report.counterId), report: 'traffic' }}
      search={{
        ...report.search,
        period: `${now.from}..${now.to}`,
        period_b: 'weekdays',
        filters: allOf([report.search.filters, filterFor(dimension, row.value)]),
      }}
      title={t('changed.whole')}
    >
      {sentence}
    </AnchorLink>
  );
}

/** Names of sources come with the attribution that the question says. */
const bare = (name: string): string => name.replace(/^(ym:s:)(lastsign|last|first)/, '$1');
