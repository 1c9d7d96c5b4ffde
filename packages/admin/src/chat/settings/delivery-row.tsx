/** One delivery: what happened, how it fared, and opened: the answer, what to do about it, what was sent. */
import { WEBHOOK_EVENTS, type WebhookDelivery } from '@goalpost/contract/chat';
import { Button } from '@mantine/core';
import { IconCircleCheck, IconCircleX, IconClock, IconRefresh } from '@tabler/icons-react';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../ui/format.ts';
import { tell } from '../../ui/tell.ts';
import { isOnItsWay, useResend } from '../api/webhooks.ts';
import { faultIn, hintOf } from './webhooks-faults.ts';

interface Props {
  readonly counterId: number;
  readonly delivery: WebhookDelivery;
}

const HALF_A_DAY_MS = 12 * 3_600_000;
const SIGNS = { waiting: IconClock, delivered: IconCircleCheck, failed: IconCircleX };

export function DeliveryRow({ counterId, delivery }: Props) {
  const { t } = useTranslation();
  const format = useFormat();
  const { status, attempts, nextAt, createdAt, url } = delivery;
  const Sign = SIGNS[status];
  const nextTry = (at: number) => (at - createdAt < HALF_A_DAY_MS ? format.time(at) : format.moment(at));
  const event = WEBHOOK_EVENTS.find((known) => known === delivery.event);
  return (
    <li>
      <details>
        <summary>
          <span className="gp-delivery-sign" data-status={status}>
            <Sign size={18} stroke={1.8} aria-hidden="true" />
          </span>
          <span className="gp-delivery-line">
            <span className="gp-delivery-event">
              {event === undefined ? t('chat.webhooks.testEvent') : t(`chat.webhooks.event.${event}`)}
            </span>
            <span className="gp-delivery-status" data-status={status}>
              {isOnItsWay(delivery) ? t('chat.webhooks.onItsWay') : t(`chat.webhooks.status.${status}`)}
            </span>
            <span className="gp-dim gp-webhook-note gp-number">
              {format.moment(createdAt)}
              {attempts > 1 && ` · ${t('chat.webhooks.attempts', { count: attempts })}`}
              {nextAt !== null && attempts > 0 && ` · ${t('chat.webhooks.next', { at: nextTry(nextAt) })}`}
            </span>
            <span className="gp-dim gp-webhook-note gp-delivery-url">{url}</span>
          </span>
        </summary>
        <DeliveryDetail counterId={counterId} delivery={delivery} />
      </details>
    </li>
  );
}

function DeliveryDetail({ counterId, delivery }: Props) {
  const { t } = useTranslation();
  const resend = useResend(counterId);
  const { id, status, lastAnswer, payload } = delivery;
  const written = useMemo(() => indented(payload), [payload]);
  const fault = faultIn(lastAnswer);
  const hint = status === 'delivered' ? null : hintOf(lastAnswer);
  return (
    <div className="gp-delivery-detail">
      <h4>{t('chat.webhooks.answer')}</h4>
      {lastAnswer === '' && <p className="gp-dim">{t('chat.webhooks.noAnswer')}</p>}
      {fault !== null && <p>{t(`chat.webhooks.answerFault.${fault}`)}</p>}
      {fault === null && lastAnswer !== '' && <p className="gp-delivery-answer">{lastAnswer}</p>}
      {hint !== null && <p className="gp-delivery-hint">{t(`chat.webhooks.answerHint.${hint}`)}</p>}
      <h4>{t('chat.webhooks.payload')}</h4>
      <pre role="group" tabIndex={0} aria-label={t('chat.webhooks.payload')}>
        {written}
      </pre>
      <div className="gp-delivery-foot">
        <Button
          size="xs"
          variant="default"
          leftSection={<IconRefresh size={16} stroke={1.6} />}
          loading={resend.isPending}
          onClick={() =>
            resend.mutate(id, {
              onSuccess: () => tell(t('chat.webhooks.resent')),
              onError: (error) => tell(t('failure.other', { message: error.message })),
            })
          }
        >
          {t('chat.webhooks.resend')}
        </Button>
        <span className="gp-dim gp-webhook-note">{t('chat.webhooks.id', { id })}</span>
      </div>
    </div>
  );
}

/** As people read it; what was sent has no spaces. */
function indented(payload: string): string {
  try {
    return JSON.stringify(JSON.parse(payload), null, 2);
  } catch {
    return payload;
  }
}
