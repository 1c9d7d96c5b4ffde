/** Backfill of one goal: asks for it, shows how far it is, and takes it away again. */
import type { Goal } from '@goalpost/contract/goals';
import type { Counter } from '@goalpost/contract/management';
import { BACKFILL_DAYS, type GoalCounting } from '@goalpost/contract/workbench';
import { Button, Group, NativeSelect, Progress, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useBackfill, useRemoveBackfill } from '../../api/goals/backfills.ts';
import { Failure } from '../../ui/failure.tsx';
import { useFormat } from '../../ui/format.ts';
import { Dialog } from '../../ui/screen/dialog.tsx';

interface Props {
  readonly goal: Goal;
  readonly counter: Counter;
  readonly counting: GoalCounting | undefined;
  readonly onClose: () => void;
}

export function BackfillDialog({ goal, counter, counting, onClose }: Props) {
  const { t } = useTranslation();
  const format = useFormat();
  const backfill = counting?.backfill ?? null;
  return (
    <Dialog
      opened
      onClose={onClose}
      title={t('backfill.title', { name: goal.name })}
      centered
      closeButtonProps={{ 'aria-label': t('word.close') }}
    >
      {counting && <Text mb="sm">{t('backfill.since', { at: format.moment(counting.counted_since) })}</Text>}
      {backfill === null ? (
        <Ask goal={goal} counterId={counter.id} />
      ) : (
        <Standing goal={goal} counterId={counter.id} backfill={backfill} />
      )}
    </Dialog>
  );
}

interface PartProps {
  readonly goal: Goal;
  readonly counterId: number;
}

const DEFAULT_DAYS = 90;

function Ask({ goal, counterId }: PartProps) {
  const { t } = useTranslation();
  const [days, setDays] = useState<number>(DEFAULT_DAYS);
  const start = useBackfill(counterId);
  return (
    <>
      <Text mb="sm">{t('backfill.text')}</Text>
      <NativeSelect
        label={t('backfill.days')}
        mb="lg"
        data={BACKFILL_DAYS.map((count) => ({ value: String(count), label: t('backfill.span', { count }) }))}
        value={String(days)}
        onChange={(event) => setDays(Number(event.currentTarget.value))}
      />
      {start.isError && <Failure error={start.error} />}
      <Group justify="flex-end">
        <Button loading={start.isPending} onClick={() => start.mutate({ goalId: goal.id, days })}>
          {t('backfill.start')}
        </Button>
      </Group>
    </>
  );
}

function Standing({
  goal,
  counterId,
  backfill,
}: PartProps & { readonly backfill: NonNullable<GoalCounting['backfill']> }) {
  const { t } = useTranslation();
  const format = useFormat();
  const remove = useRemoveBackfill(counterId);
  const { state, share, reaches, from, waits_for: why } = backfill;
  const n = format.number(reaches);
  return (
    <>
      <p role="status">
        {state === 'removing'
          ? t('backfill.removing')
          : t(state === 'done' ? 'backfill.found' : 'backfill.soFar', {
              count: reaches,
              n,
              from: format.moment(from),
            })}
      </p>
      {state === 'running' && (
        <Progress value={share * 100} mb="sm" aria-label={t('backfill.progress')} striped animated />
      )}
      {why !== '' && (
        <Text mb="sm" c="dimmed">
          {t('backfill.waits', { why })}
        </Text>
      )}
      {state === 'done' && <Text mb="lg">{t('backfill.shown')}</Text>}
      {remove.isError && <Failure error={remove.error} />}
      {state !== 'removing' && (
        <Group justify="flex-end">
          <Button
            color="red.8"
            variant="light"
            loading={remove.isPending}
            onClick={() => remove.mutate(goal.id)}
          >
            {t(state === 'done' ? 'backfill.remove' : 'backfill.stop')}
          </Button>
        </Group>
      )}
    </>
  );
}
