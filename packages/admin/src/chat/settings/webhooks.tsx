/** Webhooks: where chat events are sent, and the log of what was. */
import { WEBHOOK_EVENTS, type Webhook } from '@goalpost/contract';
import { ActionIcon, Alert, Button, Chip, Group, Stack, TextInput } from '@mantine/core';
import { IconSend, IconTrash } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { fieldMessages } from '../../api/failures.ts';
import { Confirm } from '../../ui/confirm.tsx';
import { CopyBlock } from '../../ui/copy-block.tsx';
import { Failure } from '../../ui/failure.tsx';
import { Section } from '../../ui/section.tsx';
import { tell } from '../../ui/tell.ts';
import { useDeleteWebhook, useMakeWebhook, useTestWebhook, webhooksQuery } from '../api/webhooks.ts';
import { Deliveries } from './deliveries.tsx';

export function Webhooks({ counterId }: { readonly counterId: number }) {
  const { t } = useTranslation();
  const query = useQuery(webhooksQuery(counterId));
  const webhooks = query.data ?? [];
  if (query.isPending) return null;
  return (
    <Section title={t('chat.webhooks.title')} text={t('chat.webhooks.text')}>
      {query.isError && !query.data && <Failure error={query.error} onRetry={() => void query.refetch()} />}
      {webhooks.length > 0 && (
        <ul className="gp-rows" aria-label={t('chat.webhooks.title')}>
          {webhooks.map((webhook) => (
            <WebhookRow key={webhook.id} counterId={counterId} webhook={webhook} />
          ))}
        </ul>
      )}
      {query.data !== undefined && <NewWebhook counterId={counterId} />}
      {webhooks.length > 0 && <Deliveries counterId={counterId} />}
    </Section>
  );
}

function WebhookRow({ counterId, webhook }: { readonly counterId: number; readonly webhook: Webhook }) {
  const { t } = useTranslation();
  const remove = useDeleteWebhook(counterId);
  const test = useTestWebhook(counterId);
  const [asking, setAsking] = useState(false);
  const all = webhook.events.length === WEBHOOK_EVENTS.length;
  return (
    <li>
      <div>
        <strong>{webhook.url}</strong>
        <span className="gp-dim gp-small">{all ? t('chat.webhooks.all') : webhook.events.join(', ')}</span>
      </div>
      <Group gap={4} wrap="nowrap">
        <Button
          size="xs"
          variant="default"
          leftSection={<IconSend size={16} stroke={1.6} />}
          loading={test.isPending}
          onClick={() =>
            test.mutate(webhook.id, {
              onSuccess: () => tell(t('chat.webhooks.tested')),
              onError: (error) => tell(error.message),
            })
          }
        >
          {t('chat.webhooks.test')}
        </Button>
        <ActionIcon
          variant="subtle"
          color="gray"
          size={36}
          aria-label={t('chat.webhooks.remove', { url: webhook.url })}
          onClick={() => setAsking(true)}
        >
          <IconTrash size={18} stroke={1.6} />
        </ActionIcon>
      </Group>
      <Confirm
        opened={asking}
        title={t('chat.webhooks.removeTitle')}
        text={t('chat.webhooks.removeText', { url: webhook.url })}
        action={t('word.delete')}
        pending={remove.isPending}
        onClose={() => setAsking(false)}
        onConfirm={() => remove.mutate(webhook.id, { onSuccess: () => setAsking(false) })}
      />
    </li>
  );
}

function NewWebhook({ counterId }: { readonly counterId: number }) {
  const { t } = useTranslation();
  const make = useMakeWebhook(counterId);
  const [url, setUrl] = useState('');
  const [events, setEvents] = useState<readonly (typeof WEBHOOK_EVENTS)[number][]>(WEBHOOK_EVENTS);
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    make.mutate({ url: url.trim(), events: [...events] }, { onSuccess: () => setUrl('') });
  };
  const fault = make.isError ? Object.values(fieldMessages(make.error, 'webhook')).join(' ') : undefined;
  return (
    <form onSubmit={submit} noValidate>
      <Stack gap="sm">
        {make.data !== undefined && (
          <Alert color="accent" variant="light" role="status" title={t('chat.webhooks.secret')}>
            <CopyBlock text={make.data.secret} label={t('chat.webhooks.secretLabel')} />
          </Alert>
        )}
        <TextInput
          type="url"
          label={t('chat.webhooks.address')}
          placeholder="https://example.com/hook"
          maxLength={2_048}
          value={url}
          error={fault}
          onChange={(event) => setUrl(event.currentTarget.value)}
        />
        <Group gap="xs" role="group" aria-label={t('chat.webhooks.events')}>
          {WEBHOOK_EVENTS.map((name) => (
            <Chip
              key={name}
              size="xs"
              checked={events.includes(name)}
              onChange={(on) =>
                setEvents(WEBHOOK_EVENTS.filter((known) => (known === name ? on : events.includes(known))))
              }
            >
              {t(`chat.webhooks.event.${name}`)}
            </Chip>
          ))}
        </Group>
        <div>
          <Button
            type="submit"
            size="xs"
            variant="default"
            loading={make.isPending}
            disabled={url.trim() === '' || events.length === 0}
          >
            {t('chat.webhooks.add')}
          </Button>
        </div>
      </Stack>
    </form>
  );
}
