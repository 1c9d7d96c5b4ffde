/** The form of an alert: what it looks for, whom it tells, and what it would have told. */
import {
  ALERT_KINDS,
  GOAL_ALERTS,
  REPLAY_DAYS,
  type Alert,
  type AlertInput,
  type Channel,
} from '@goalpost/contract/notices';
import { Button, Group, NativeSelect, NumberInput, Stack } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { fieldMessages } from '../api/failures.ts';
import { goalsQuery } from '../api/goals.ts';
import { useSaveAlert } from '../api/notices/alerts.ts';
import { languageNow } from '../i18n/i18n.ts';
import { useEdited } from '../ui/edits/leave-guard.tsx';
import { Switch } from '../ui/fields/switch.tsx';
import { ChannelChoice, stillThere } from './chosen-channels.tsx';
import { Replay } from './replay.tsx';
import { NotSaved } from '../ui/fields/not-saved.tsx';

interface Props {
  readonly counterId: number;
  /** Null: a new one. */
  readonly alert: Alert | null;
  readonly channels: readonly Channel[];
  readonly onClose: () => void;
}

const EACH_GOAL = '';

export function AlertForm({ counterId, alert, channels, onClose }: Props) {
  const { t } = useTranslation();
  const goals = useQuery(goalsQuery(counterId));
  const save = useSaveAlert(counterId, alert?.id ?? null);
  const [initial] = useState<AlertInput>(() => inputOf(alert, channels));
  const [draft, setDraft] = useState(initial);
  const [trying, setTrying] = useState(false);
  const leave = useEdited(initial, draft);
  const change = (some: Partial<AlertInput>): void => {
    setDraft({ ...draft, ...some });
    setTrying(false);
    save.reset();
  };
  const isOfGoals = GOAL_ALERTS.includes(draft.kind);
  const isOfChat = draft.kind === 'chat_unanswered';
  const faults = save.isError ? fieldMessages(save.error, 'alert') : {};
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (draft.channels.length === 0) return;
    save.mutate(draft, {
      onSuccess: () => {
        leave();
        onClose();
      },
    });
  };
  return (
    <form className="gp-alert-form" onSubmit={submit} noValidate aria-label={t('alerts.form')}>
      <Stack gap="md">
        <NativeSelect
          label={t('alerts.kindLabel')}
          description={t(`alerts.help.${draft.kind}`)}
          value={draft.kind}
          error={faults['kind']}
          data={ALERT_KINDS.map((kind) => ({ value: kind, label: t(`alerts.kind.${kind}`) }))}
          onChange={(event) =>
            change({
              kind: ALERT_KINDS.find((one) => one === event.currentTarget.value) ?? draft.kind,
              goal_id: null,
            })
          }
        />
        {isOfGoals && (
          <NativeSelect
            label={t('alerts.goal')}
            value={draft.goal_id === null ? EACH_GOAL : String(draft.goal_id)}
            error={faults['goal_id']}
            data={[
              { value: EACH_GOAL, label: t('alerts.eachGoal') },
              ...(goals.data ?? []).map(({ id, name }) => ({ value: String(id), label: name })),
            ]}
            onChange={({ currentTarget: { value } }) =>
              change({ goal_id: value === EACH_GOAL ? null : Number(value) })
            }
          />
        )}
        {isOfChat && (
          <NumberInput
            label={t('alerts.minutes')}
            min={1}
            max={1_440}
            allowDecimal={false}
            value={draft.minutes}
            error={faults['minutes']}
            onChange={(minutes) => change({ minutes: Number(minutes) })}
          />
        )}
        <ChannelChoice
          label={t('alerts.by')}
          channels={channels}
          chosen={draft.channels}
          fault={faults['channels']}
          onChange={(ids) => change({ channels: ids })}
        />
        {alert !== null && (
          <Switch
            label={t('alerts.enabled')}
            checked={draft.enabled}
            onChange={(event) => change({ enabled: event.currentTarget.checked })}
          />
        )}
        <NotSaved reasons={[faults['']]} />
        <Group gap="xs">
          <Button type="submit" size="xs" loading={save.isPending}>
            {t(alert === null ? 'alerts.set' : 'word.save')}
          </Button>
          <Button size="xs" variant="default" onClick={() => setTrying(true)}>
            {t('alerts.tryOut', { count: REPLAY_DAYS })}
          </Button>
          <Button size="xs" variant="subtle" color="gray" onClick={onClose}>
            {t('word.cancel')}
          </Button>
        </Group>
        {trying && <Replay counterId={counterId} alert={draft} goals={goals.data ?? []} />}
      </Stack>
    </form>
  );
}

function inputOf(alert: Alert | null, channels: readonly Channel[]): AlertInput {
  if (alert === null)
    return {
      kind: 'tag_silent',
      goal_id: null,
      minutes: 15,
      channels: channels.slice(0, 1).map(({ id }) => id),
      language: languageNow(),
      enabled: true,
    };
  const { kind, goal_id, minutes, language, enabled } = alert;
  return { kind, goal_id, minutes, channels: stillThere(alert.channels, channels), language, enabled };
}
