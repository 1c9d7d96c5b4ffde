/** What stands side by side, in words, and how side B is chosen. */
import { Button, NativeSelect } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ConditionsField } from '../filters/conditions-field.tsx';
import { segmentsQuery, useSegmentNames } from '../segments/stored-segments.ts';
import { ONE_SIDE, SIDE_DAYS } from '../state/sides.ts';
import type { Report } from '../use-report.ts';
import { SideLetter } from './side-letter.tsx';
import { useSideWords } from './use-sides.ts';
import './sides.css';
import { lazyPart } from '../../ui/loading/lazy-part.ts';

const DaysDialog = lazyPart(() => import('../days-dialog.tsx'), 'DaysDialog');

const CHOOSE = 'choose';

export function SidesBar({ report }: { readonly report: Report }) {
  const { t } = useTranslation();
  const words = useSideWords(report);
  if (words === null || report.sides === null) return null;
  const { search, change, sides } = report;
  const shared = sides.filters !== undefined;
  return (
    <section className="gp-panel gp-sides" aria-label={t('sides.title')}>
      <p className="gp-side-words">
        <SideLetter side="a" />
        {words.a.whole}
      </p>
      <div className="gp-side-words">
        <SideLetter side="b" />
        <VisitsChoice report={report} />
        <DaysChoice report={report} />
        {search.period_b !== undefined && <span className="gp-dim">{words.b.days}</span>}
      </div>
      {search.segment_b === 'own' && (
        <ConditionsField
          label={t('sides.conditions')}
          description={t('sides.conditionsText')}
          report={report}
          value={search.filters_b ?? ''}
          onChange={(filters) => change({ filters_b: filters || undefined, open: undefined })}
        />
      )}
      {shared && <p className="gp-dim gp-sides-both">{t('sides.both')}</p>}
      <Button
        className="gp-sides-stop"
        variant="subtle"
        color="gray"
        leftSection={<IconX size={16} aria-hidden="true" />}
        onClick={() => change({ ...ONE_SIDE, open: undefined })}
      >
        {t('sides.stop')}
      </Button>
    </section>
  );
}

function VisitsChoice({ report }: { readonly report: Report }) {
  const { t } = useTranslation();
  const { counterId, search } = report;
  const segments = useQuery(segmentsQuery(counterId)).data ?? [];
  const chosen = search.segment_b ?? '';
  const narrowed = search.segment !== undefined || search.filters !== undefined;
  const choices = [
    { value: '', label: t('sides.same') },
    { value: 'all', label: t('sides.all') },
    ...(narrowed || chosen === 'rest' ? [{ value: 'rest', label: t('sides.rest') }] : []),
    { value: 'own', label: t('sides.own') },
    ...segments.map(({ segment_id: id, name }) => ({ value: String(id), label: name })),
  ];
  const isKnown = choices.some(({ value }) => value === chosen);
  const nameOf = useSegmentNames(counterId, isKnown ? [] : [chosen]);
  return (
    <NativeSelect
      aria-label={t('sides.segment')}
      data={
        isKnown
          ? choices
          : [...choices, { value: chosen, label: nameOf(chosen) ?? t('filter.segmentIs', { ids: chosen }) }]
      }
      value={chosen}
      onChange={(event) => {
        const wanted = event.currentTarget.value || undefined;
        // Both as they are would be one side again.
        const days = wanted === undefined ? { period_b: search.period_b ?? 'previous' } : {};
        report.change({ segment_b: wanted, filters_b: undefined, open: undefined, ...days });
      }}
    />
  );
}

function DaysChoice({ report }: { readonly report: Report }) {
  const { t } = useTranslation();
  const [choosing, setChoosing] = useState(false);
  const { search, sides } = report;
  const chosen = search.period_b ?? '';
  const named = SIDE_DAYS.some((known) => known === chosen);
  const choose = (period: string | undefined): void => {
    const visits = period === undefined ? { segment_b: search.segment_b ?? 'all' } : {};
    report.change({ period_b: period, open: undefined, ...visits });
  };
  return (
    <>
      <NativeSelect
        aria-label={t('sides.days')}
        data={[
          { value: '', label: t('sides.sameDays') },
          ...SIDE_DAYS.map((value) => ({ value, label: t(`report.compareLine.${value}`) })),
          ...(chosen === '' || named ? [] : [{ value: chosen, label: t('report.periods.custom') }]),
          { value: CHOOSE, label: t('sides.chooseDays') },
        ]}
        value={chosen}
        onChange={(event) => {
          const { value } = event.currentTarget;
          if (value === CHOOSE) setChoosing(true);
          else choose(value || undefined);
        }}
      />
      <Suspense>
        {choosing && (
          <DaysDialog
            days={sides?.b.days ?? report.days}
            today={report.today}
            onShow={choose}
            onClose={() => setChoosing(false)}
          />
        )}
      </Suspense>
    </>
  );
}
