/** How long each kind of data is kept. What would go is said before anything does. */
import {
  RETENTION_KINDS,
  type Counter,
  type Retention as Kept,
  type RetentionKind,
  type RetentionLoss,
  type RetentionPeriods,
} from '@goalpost/contract/management';
import { may } from '@goalpost/contract/management/roles';
import { Alert, Button, Checkbox, Group, NativeSelect, NumberInput, Stack } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { fieldMessages } from '../api/failures.ts';
import { retentionQuery, useApplyRetention, usePreviewRetention } from '../api/retention.ts';
import { Confirm } from '../ui/confirm.tsx';
import { useUnsaved } from '../ui/edits/leave-guard.tsx';
import { Failure } from '../ui/failure.tsx';
import { useFormat } from '../ui/format.ts';
import { Section } from '../ui/section.tsx';
import { tell } from '../ui/tell.ts';

type Unit = 'ever' | 'day' | 'month';
type Values = Record<RetentionKind, { keep: number | string; unit: Unit }> & { sums: boolean };

const valuesOf = (retention: RetentionPeriods): Values =>
  ({
    ...Object.fromEntries(
      RETENTION_KINDS.map((kind) => [kind, retention[kind] ?? { keep: 12, unit: 'ever' as const }]),
    ),
    sums: retention.sums,
  }) as Values;

const periodsOf = (values: Values): RetentionPeriods =>
  ({
    ...Object.fromEntries(
      RETENTION_KINDS.map((kind) => {
        const { keep, unit } = values[kind];
        return [kind, unit === 'ever' ? null : { keep: Number(keep), unit }];
      }),
    ),
    sums: values.sums,
  }) as RetentionPeriods;

/** The API names `retention.hits.keep`. */
const errorsOf = (error: unknown): Record<string, string> =>
  Object.fromEntries(
    Object.entries(fieldMessages(error, 'retention')).map(([path, message]) => [
      path === 'sums' ? path : `${path.split('.')[0] ?? ''}.keep`,
      message,
    ]),
  );

function useLossText(): (losses: readonly RetentionLoss[]) => string {
  const { t } = useTranslation();
  const format = useFormat();
  return (losses) => {
    const some = losses.filter(({ rows }) => rows > 0);
    if (some.length === 0) return t('keeping.nothing');
    return some
      .map(({ kind, rows, before, oldest, summed_days: days }) => {
        const loss = t('keeping.loss', {
          kind: t(`keeping.kinds.${kind}`),
          rows: format.number(rows),
          before: format.day(before),
          oldest: format.day(oldest ?? before),
        });
        return days === 0
          ? loss
          : `${loss} ${t('keeping.sumsStay', { count: days, n: format.number(days) })}`;
      })
      .join(' ');
  };
}

export function Retention({ counter }: { readonly counter: Counter }) {
  const { t } = useTranslation();
  const kept = useQuery(retentionQuery(counter.id));
  return (
    <Section title={t('keeping.title')} text={t('keeping.text')}>
      {kept.isError && <Failure error={kept.error} onRetry={() => void kept.refetch()} />}
      {kept.data !== undefined && <Form counter={counter} kept={kept.data} />}
    </Section>
  );
}

function Form({ counter, kept }: { readonly counter: Counter; readonly kept: Kept }) {
  const { t } = useTranslation();
  const preview = usePreviewRetention(counter.id);
  const apply = useApplyRetention(counter.id);
  const lossText = useLossText();
  const [asking, setAsking] = useState(false);
  const form = useForm<Values>({ initialValues: valuesOf(kept.retention) });
  useUnsaved(form.isDirty());
  const mayEdit = may(counter.permission, 'edit');
  const onError = (error: unknown): void => {
    setAsking(false);
    form.setErrors(errorsOf(error));
  };
  const submit = form.onSubmit((values) =>
    preview.mutate(periodsOf(values), { onSuccess: () => setAsking(true), onError }),
  );
  const confirmed = (): void =>
    apply.mutate(periodsOf(form.getValues()), {
      onError,
      onSuccess: (saved) => {
        setAsking(false);
        form.setValues(valuesOf(saved.retention));
        form.resetDirty(valuesOf(saved.retention));
        tell(t('word.saved'));
      },
    });
  return (
    <form onSubmit={submit} noValidate>
      <Stack gap="md">
        {typeof form.errors['.keep'] === 'string' && (
          <Alert color="red" variant="light" role="alert">
            {t('failure.unsaved', { message: form.errors['.keep'] })}
          </Alert>
        )}
        {RETENTION_KINDS.map((kind) => (
          <Kind key={kind} kind={kind} form={form} disabled={!mayEdit} />
        ))}
        <Checkbox
          label={t('keeping.sums')}
          description={t('keeping.sumsText')}
          disabled={!mayEdit}
          {...form.getInputProps('sums', { type: 'checkbox' })}
        />
        {mayEdit && (
          <Button type="submit" loading={preview.isPending} w="fit-content">
            {t('keeping.look')}
          </Button>
        )}
      </Stack>
      <Confirm
        opened={asking}
        title={t('keeping.askTitle')}
        text={`${lossText(preview.data ?? [])} ${t(form.values.sums ? 'keeping.askTextSums' : 'keeping.askText')}`}
        action={t('keeping.apply')}
        pending={apply.isPending}
        onClose={() => setAsking(false)}
        onConfirm={confirmed}
      />
      <Runs kept={kept} />
    </form>
  );
}

interface KindProps {
  readonly kind: RetentionKind;
  readonly form: ReturnType<typeof useForm<Values>>;
  readonly disabled: boolean;
}

function Kind({ kind, form, disabled }: KindProps) {
  const { t } = useTranslation();
  const isForGood = form.values[kind].unit === 'ever';
  return (
    <Group gap="sm" align="flex-end" role="group" aria-label={t(`keeping.kinds.${kind}`)}>
      <NativeSelect
        className="gp-grow"
        label={t(`keeping.kinds.${kind}`)}
        description={t(`keeping.kindTexts.${kind}`)}
        disabled={disabled}
        data={(['ever', 'day', 'month'] as const).map((unit) => ({
          value: unit,
          label: t(`keeping.units.${unit}`),
        }))}
        {...form.getInputProps(`${kind}.unit`)}
      />
      {!isForGood && (
        <NumberInput
          w={120}
          aria-label={t('keeping.number', { kind: t(`keeping.kinds.${kind}`) })}
          min={1}
          // What is typed is refused with its reason, and not made another number: a day is no "0".
          clampBehavior="none"
          allowDecimal={false}
          disabled={disabled}
          {...form.getInputProps(`${kind}.keep`)}
        />
      )}
    </Group>
  );
}

const SHOWN = 10;

function Runs({ kept }: { readonly kept: Kept }) {
  const { t } = useTranslation();
  const format = useFormat();
  const lossText = useLossText();
  if (kept.runs.length === 0) return null;
  return (
    <>
      <h3>{t('keeping.runs')}</h3>
      <ul>
        {kept.runs.slice(0, SHOWN).map((run) => (
          <li key={run.id}>
            {format.moment(run.created_at)} · {run.asked_by || t('keeping.daily')} ·{' '}
            {t(`keeping.states.${run.state}`)} · {lossText(run.losses)}
            {run.waits_for !== '' && <span className="gp-dim"> {run.waits_for}</span>}
          </li>
        ))}
      </ul>
    </>
  );
}
