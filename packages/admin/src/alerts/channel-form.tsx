/** A new channel: its kind, and what that kind needs to know. */
import { CHANNEL_KINDS, type ChannelInput, type ChannelKindId } from '@goalpost/contract/notices';
import { Button, Group, NativeSelect, Stack, TextInput } from '@mantine/core';
import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { fieldMessages } from '../api/failures.ts';
import { useAddChannel } from '../api/notices/alerts.ts';
import { useUnsaved } from '../ui/edits/leave-guard.tsx';
import { SecretInput } from '../ui/fields/secret-input.tsx';
import { NotSaved } from '../ui/fields/not-saved.tsx';

interface Props {
  readonly counterId: number;
  readonly mailAvailable: boolean;
  readonly onClose: () => void;
  /** @param secret of a webhook; else empty */
  readonly onMade: (secret: string) => void;
}

interface Field {
  readonly id: 'to' | 'url' | 'token' | 'chat_id';
  readonly secret?: boolean;
}

const FIELDS: Readonly<Record<ChannelKindId, readonly Field[]>> = {
  email: [{ id: 'to' }],
  webhook: [{ id: 'url' }],
  telegram: [{ id: 'token', secret: true }, { id: 'chat_id' }],
  slack: [{ id: 'url', secret: true }],
};

export function ChannelForm({ counterId, mailAvailable, onClose, onMade }: Props) {
  const { t } = useTranslation();
  const add = useAddChannel(counterId);
  const [kind, setKind] = useState<ChannelKindId>(mailAvailable ? 'email' : 'telegram');
  const [values, setValues] = useState<Partial<Record<Field['id'] | 'name', string>>>({});
  useUnsaved(!add.isSuccess && Object.values(values).some((value) => value !== ''));
  const faults = add.isError ? fieldMessages(add.error, 'channel') : {};
  const fields = FIELDS[kind];
  const others = Object.entries(faults).filter(
    ([id]) => !fields.some((field) => field.id === id) && id !== 'name',
  );
  const set = (id: Field['id'] | 'name', value: string): void => {
    setValues({ ...values, [id]: value });
    add.reset();
  };
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    const said = Object.fromEntries(fields.map(({ id }) => [id, (values[id] ?? '').trim()]));
    const channel = { kind, name: values.name ?? '', ...said } as ChannelInput;
    // The list that comes with it may take this form away before a callback of `mutate` is called.
    void add.mutateAsync(channel).then(
      ({ secret }) => onMade(secret),
      () => undefined,
    );
  };
  return (
    <form className="gp-alert-form" onSubmit={submit} noValidate aria-label={t('alerts.addChannel')}>
      <Stack gap="md">
        <NativeSelect
          label={t('alerts.channelKind')}
          description={
            kind === 'email' && !mailAvailable ? t('alerts.noMail') : t(`alerts.channelHelp.${kind}`)
          }
          value={kind}
          data={CHANNEL_KINDS.map((one) => ({ value: one, label: t(`alerts.channel.${one}`) }))}
          onChange={(event) => {
            setKind(CHANNEL_KINDS.find((one) => one === event.currentTarget.value) ?? kind);
            add.reset();
          }}
        />
        {fields.map(({ id, secret }) => {
          const Input = secret === true ? SecretInput : TextInput;
          return (
            <Input
              key={id}
              label={t(`alerts.field.${id}`)}
              autoComplete="off"
              maxLength={2_048}
              value={values[id] ?? ''}
              error={faults[id]}
              onChange={(event) => set(id, event.currentTarget.value)}
            />
          );
        })}
        <TextInput
          label={t('alerts.field.name')}
          maxLength={100}
          value={values.name ?? ''}
          error={faults['name']}
          onChange={(event) => set('name', event.currentTarget.value)}
        />
        <NotSaved reasons={others.map(([, message]) => message)} />
        <Group gap="xs">
          <Button type="submit" size="xs" loading={add.isPending}>
            {t('alerts.keepChannel')}
          </Button>
          <Button size="xs" variant="subtle" color="gray" onClick={onClose}>
            {t('word.cancel')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
