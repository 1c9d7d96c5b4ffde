/** A new webhook: an address, and what it wants to be told. */
import { WEBHOOK_EVENTS, type WebhookMade } from '@goalpost/contract/chat';
import { Button, Checkbox, Group, Stack, TextInput } from '@mantine/core';
import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { useUnsaved } from '../../ui/edits/leave-guard.tsx';
import { useMakeWebhook } from '../api/webhooks.ts';
import { addingFault, addressFault } from './webhooks-faults.ts';

interface Props {
  readonly counterId: number;
  readonly onClose: () => void;
  readonly onMade: (made: WebhookMade) => void;
}

type Event = (typeof WEBHOOK_EVENTS)[number];

export function WebhookForm({ counterId, onClose, onMade }: Props) {
  const { t } = useTranslation();
  const make = useMakeWebhook(counterId);
  const [url, setUrl] = useState('');
  const [events, setEvents] = useState<readonly Event[]>(WEBHOOK_EVENTS);
  const [checked, setChecked] = useState(false);
  const address = url.trim();
  useUnsaved(!make.isSuccess && (address !== '' || events.length !== WEBHOOK_EVENTS.length));
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    setChecked(true);
    if (addressFault(address) !== null || events.length === 0) return;
    make.mutate({ url: address, events: [...events] }, { onSuccess: onMade });
  };
  return (
    <form className="gp-webhooks-form" onSubmit={submit} noValidate aria-label={t('chat.webhooks.add')}>
      <Stack gap="md">
        <TextInput
          type="url"
          inputMode="url"
          label={t('chat.webhooks.address')}
          description={t('chat.webhooks.addressHint')}
          inputWrapperOrder={['label', 'input', 'description', 'error']}
          placeholder="https://example.com/hook"
          autoComplete="off"
          autoFocus
          maxLength={2_048}
          value={url}
          error={useFault(address, checked, make.error)}
          onChange={(event) => {
            setUrl(event.currentTarget.value);
            make.reset();
          }}
        />
        <Checkbox.Group
          label={t('chat.webhooks.events')}
          value={[...events]}
          error={checked && events.length === 0 ? t('chat.webhooks.fault.events') : undefined}
          onChange={(names) => setEvents(WEBHOOK_EVENTS.filter((known) => names.includes(known)))}
        >
          <Stack gap="sm" mt="xs">
            {WEBHOOK_EVENTS.map((name) => (
              <Checkbox
                key={name}
                value={name}
                label={t(`chat.webhooks.event.${name}`)}
                description={t(`chat.webhooks.when.${name}`)}
              />
            ))}
          </Stack>
        </Checkbox.Group>
        <Group gap="xs">
          <Button type="submit" size="xs" loading={make.isPending}>
            {t('chat.webhooks.make')}
          </Button>
          <Button size="xs" variant="default" onClick={onClose}>
            {t('word.cancel')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}

/** In words that say how to mend it. */
function useFault(address: string, checked: boolean, error: Error | null): string | undefined {
  const { t } = useTranslation();
  const fault = error === null ? (checked ? addressFault(address) : null) : addingFault(error);
  if (fault !== null) return t(`chat.webhooks.fault.${fault}`);
  return error === null ? undefined : t('failure.unsaved', { message: error.message });
}
