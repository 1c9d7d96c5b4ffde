/** One webhook: its address, what it is told, its test, and its end. */
import { WEBHOOK_EVENTS, type Webhook } from '@goalpost/contract/chat';
import { ActionIcon, Button } from '@mantine/core';
import { IconSend, IconTrash } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Confirm } from '../../ui/confirm.tsx';
import { tell } from '../../ui/tell.ts';
import { useDeleteWebhook, useTestWebhook } from '../api/webhooks.ts';

interface Props {
  readonly counterId: number;
  readonly webhook: Webhook;
}

export function WebhookRow({ counterId, webhook }: Props) {
  const { t } = useTranslation();
  const remove = useDeleteWebhook(counterId);
  const test = useTestWebhook(counterId);
  const [asking, setAsking] = useState(false);
  const { id, url, events } = webhook;
  const isAll = events.length === WEBHOOK_EVENTS.length;
  const failed = (error: Error): void => tell(t('failure.other', { message: error.message }));
  return (
    <li className="gp-webhook">
      <div>
        <strong>{url}</strong>
        <span className="gp-dim gp-webhook-note">
          {isAll
            ? t('chat.webhooks.all')
            : events.map((event) => t(`chat.webhooks.event.${event}`)).join(' · ')}
        </span>
      </div>
      <span className="gp-webhook-tools">
        <Button
          size="xs"
          variant="default"
          leftSection={<IconSend size={16} stroke={1.6} />}
          loading={test.isPending}
          onClick={() =>
            test.mutate(id, { onSuccess: () => tell(t('chat.webhooks.tested')), onError: failed })
          }
        >
          {t('chat.webhooks.test')}
        </Button>
        <ActionIcon
          variant="subtle"
          color="gray"
          size={36}
          aria-label={t('chat.webhooks.remove', { url })}
          onClick={() => setAsking(true)}
        >
          <IconTrash size={18} stroke={1.6} />
        </ActionIcon>
      </span>
      <Confirm
        opened={asking}
        title={t('chat.webhooks.removeTitle')}
        text={t('chat.webhooks.removeText', { url })}
        action={t('word.delete')}
        pending={remove.isPending}
        onClose={() => setAsking(false)}
        onConfirm={() => remove.mutate(id, { onSettled: () => setAsking(false), onError: failed })}
      />
    </li>
  );
}
