/** What the goal in the form would have counted, asked a moment after the owner stops typing. */
import type { GoalPreview } from '@goalpost/contract/workbench';
import { SegmentedControl } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import type { TFunction } from 'i18next';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { fieldMessages } from '../../api/failures.ts';
import { previewQuery } from '../../api/goals/workbench.ts';
import { useCounter } from '../../counter/counter-scope.tsx';
import { Chart } from '../../report/chart/chart.tsx';
import { usePalette } from '../../report/chart/palette.ts';
import { useFormat, type Format } from '../../ui/format.ts';
import { Section } from '../../ui/section.tsx';
import { draftFaults, inputOfDraft, type GoalDraft } from '../draft.ts';
import { PreviewExamples } from './preview-examples.tsx';
import './preview.css';

const PAUSE_MS = 400;
const WEEK = 7;
const MONTH = 28;

interface Props {
  readonly draft: GoalDraft;
  /** The goal being edited; absent: a new one. */
  readonly goalId: number | undefined;
}

export function Preview({ draft, goalId }: Props) {
  const { t } = useTranslation();
  const format = useFormat();
  const counter = useCounter();
  const [days, setDays] = useState(MONTH);
  // Its name changes nothing of what is counted.
  const [settled] = useDebouncedValue(JSON.stringify({ ...draft, name: '—' }), PAUSE_MS);
  const asked = JSON.parse(settled) as GoalDraft;
  const isComplete = Object.keys(draftFaults(asked)).length === 0;
  const { data, error, isFetching } = useQuery({
    ...previewQuery(counter.id, { goal: inputOfDraft(asked), goalId, days: MONTH }),
    enabled: isComplete,
  });
  const shown = isComplete && error === null ? data : undefined;
  const points = shown?.points.slice(-days) ?? [];
  const said = !isComplete
    ? t('preview.waiting')
    : error !== null
      ? Object.values(fieldMessages(error, 'goal')).join(' ')
      : shown === undefined
        ? t('preview.working')
        : countWords(t, format, shown, days);
  return (
    <div className={isFetching ? 'gp-preview gp-stale' : 'gp-preview'}>
      <Section title={t('preview.title')} text={t('preview.text')}>
        <SegmentedControl
          aria-label={t('preview.days')}
          size="xs"
          value={String(days)}
          data={[
            { value: String(WEEK), label: t('preview.last7') },
            { value: String(MONTH), label: t('preview.last28') },
          ]}
          onChange={(value) => setDays(Number(value))}
        />
        <p role="status" className="gp-preview-count">
          {said}
        </p>
        {shown !== undefined && <p className="gp-dim">{notes(t, format, shown, days)}</p>}
        {shown !== undefined && shown.count > 0 && (
          <>
            <PreviewChart points={points} />
            <PreviewExamples examples={shown.examples.filter(({ at }) => at >= from(points))} />
          </>
        )}
      </Section>
    </div>
  );
}

type Points = GoalPreview['points'];

const countOf = (points: Points): number => points.reduce((sum, { count }) => sum + count, 0);

/** A day has begun in the counter's zone at most 14 hours before it does at Greenwich. */
const from = (points: Points): number => Date.parse(points[0]?.date ?? '') - 14 * 3_600_000;

function countWords(t: TFunction, format: Format, { points, count, sampled }: GoalPreview, days: number) {
  // Days are rounded one by one where it is an estimate.
  const counted = days === points.length ? count : countOf(points.slice(-days));
  if (counted === 0) return t('preview.none', { days });
  const n = format.number(counted);
  return t('preview.count', { count: counted, days, n: sampled ? t('preview.about', { n }) : n });
}

function notes(
  t: TFunction,
  format: Format,
  { points, share, sampled, facts_since }: GoalPreview,
  days: number,
) {
  if (facts_since === null) return t('preview.noFacts');
  const day = new Date(facts_since).toISOString().slice(0, 10);
  return [
    ...(sampled ? [t('preview.sampled', { percent: format.percent(share * 100) })] : []),
    ...(day > (points.at(-days)?.date ?? '') ? [t('preview.since', { day: format.day(day) })] : []),
  ].join(' ');
}

function PreviewChart({ points }: { readonly points: Points }) {
  const { t } = useTranslation();
  const format = useFormat();
  const palette = usePalette();
  return (
    <Chart
      name={t('preview.chart')}
      model={{
        lines: [
          {
            id: 'preview',
            name: t('preview.line'),
            color: palette.line(0),
            values: points.map(({ count }) => count),
          },
        ],
        labels: points.map(({ date }) => format.dayShort(date)),
        unfinished: true,
        whole: true,
        write: format.number,
      }}
    />
  );
}
