/** What was sent to the webhooks lately, and what they answered. */
import type { WebhookDelivery } from '@goalpost/contract';
import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../ui/format.ts';
import { tell } from '../../ui/tell.ts';
import { deliveriesQuery, useResend } from '../api/webhooks.ts';

const REFRESH_MS = 5_000;

export function Deliveries({ counterId }: { readonly counterId: number }) {
  const { t } = useTranslation();
  const query = useQuery({ ...deliveriesQuery(counterId), refetchInterval: REFRESH_MS });
  const deliveries = query.data ?? [];
  return (
    <div className="gp-deliveries">
      <h3>{t('chat.webhooks.log')}</h3>
      {deliveries.length === 0 ? (
        <p className="gp-dim">{t('chat.webhooks.logEmpty')}</p>
      ) : (
        <ul className="gp-rows" aria-label={t('chat.webhooks.log')}>
          {deliveries.map((delivery) => (
            <Row key={delivery.id} counterId={counterId} delivery={delivery} />
          ))}
        </ul>
      )}
    </div>
  );
}

function Row({ counterId, delivery }: { readonly counterId: number; readonly delivery: WebhookDelivery }) {
  const { t } = useTranslation();
  const format = useFormat();
  const resend = useResend(counterId);
  const { status, attempts, nextAt, lastAnswer, payload } = delivery;
  return (
    <li>
      <details className="gp-delivery">
        <summary>
          <span className="gp-delivery-status" data-status={status}>
            {t(`chat.webhooks.status.${status}`)}
          </span>
          <span>{delivery.event}</span>
          <span className="gp-dim gp-small">
            {format.moment(delivery.createdAt)}
            {attempts > 1 && ` · ${t('chat.webhooks.attempts', { count: attempts })}`}
            {status === 'waiting' &&
              nextAt !== null &&
              ` · ${t('chat.webhooks.next', { at: format.time(nextAt) })}`}
          </span>
        </summary>
        <p className="gp-small">{delivery.url}</p>
        {lastAnswer !== '' && <p className="gp-small gp-dim">{lastAnswer}</p>}
        <pre tabIndex={0} aria-label={t('chat.webhooks.payload')}>
          {payload}
        </pre>
      </details>
      {status !== 'delivered' && (
        <Button
          size="xs"
          variant="default"
          loading={resend.isPending}
          onClick={() => resend.mutate(delivery.id, { onError: (error) => tell(error.message) })}
        >
          {t('chat.webhooks.resend')}
        </Button>
      )}
    </li>
  );
}
