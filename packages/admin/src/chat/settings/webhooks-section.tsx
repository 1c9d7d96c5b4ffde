/** Webhooks: where the chat's events are sent, and the log of what was. */
import type { WebhookMade } from '@goalpost/contract/chat';
import { Alert, Button } from '@mantine/core';
import { IconPlus, IconWebhook } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { CopyBlock } from '../../ui/copy-block.tsx';
import { Empty } from '../../ui/empty.tsx';
import { Failure } from '../../ui/failure.tsx';
import { Section } from '../../ui/section.tsx';
import { webhooksQuery } from '../api/webhooks.ts';
import { Deliveries } from './deliveries.tsx';
import { WebhookForm } from './webhooks-form.tsx';
import { WebhookRow } from './webhooks-row.tsx';
import './webhooks.css';

export function Webhooks({ counterId }: { readonly counterId: number }) {
  const { t } = useTranslation();
  const query = useQuery(webhooksQuery(counterId));
  const [adding, setAdding] = useState(false);
  const [made, setMade] = useState<WebhookMade | null>(null);
  const webhooks = query.data;
  if (query.isPending) return null;
  const add = (
    <Button
      size="xs"
      variant="default"
      leftSection={<IconPlus size={16} />}
      onClick={() => {
        setMade(null);
        setAdding(true);
      }}
    >
      {t('chat.webhooks.add')}
    </Button>
  );
  return (
    <Section title={t('chat.webhooks.title')} text={t('chat.webhooks.text')}>
      {webhooks === undefined && <Failure error={query.error} onRetry={() => void query.refetch()} />}
      {webhooks?.length === 0 && !adding && (
        <div className="gp-webhooks-none">
          <Empty icon={<IconWebhook />} title={t('chat.webhooks.none')} text={t('chat.webhooks.noneText')}>
            {add}
          </Empty>
        </div>
      )}
      {webhooks !== undefined && webhooks.length > 0 && (
        <ul className="gp-rows" aria-label={t('chat.webhooks.title')}>
          {webhooks.map((webhook) => (
            <WebhookRow key={webhook.id} counterId={counterId} webhook={webhook} />
          ))}
        </ul>
      )}
      {made !== null && <Secret made={made} onClose={() => setMade(null)} />}
      {adding && (
        <WebhookForm
          counterId={counterId}
          onClose={() => setAdding(false)}
          onMade={(one) => {
            setAdding(false);
            setMade(one);
          }}
        />
      )}
      {webhooks !== undefined && webhooks.length > 0 && !adding && add}
      {webhooks !== undefined && <Deliveries counterId={counterId} isUsed={webhooks.length > 0} />}
    </Section>
  );
}

function Secret({ made, onClose }: { readonly made: WebhookMade; readonly onClose: () => void }) {
  const { t } = useTranslation();
  return (
    <Alert
      className="gp-webhooks-secret"
      color="accent"
      variant="light"
      role="status"
      title={t('chat.webhooks.secret')}
      withCloseButton
      closeButtonLabel={t('word.close')}
      onClose={onClose}
    >
      <p>{t('chat.webhooks.secretText', { url: made.webhook.url })}</p>
      <CopyBlock text={made.secret} label={t('chat.webhooks.secretLabel')} />
    </Alert>
  );
}
