/** What was sent to the webhooks lately, and what became of it. */
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Failure } from '../../ui/failure.tsx';
import { deliveriesQuery, isOnItsWay } from '../api/webhooks.ts';
import { DeliveryRow } from './delivery-row.tsx';

/** While an answer is awaited, and otherwise. */
const SOON_MS = 1_000;
const LATER_MS = 10_000;

interface Props {
  readonly counterId: number;
  /** There are webhooks. */
  readonly isUsed: boolean;
}

export function Deliveries({ counterId, isUsed }: Props) {
  const { t } = useTranslation();
  const query = useQuery({
    ...deliveriesQuery(counterId),
    refetchInterval: ({ state }) => (state.data?.some(isOnItsWay) === true ? SOON_MS : LATER_MS),
  });
  const deliveries = query.data ?? [];
  if (deliveries.length === 0 && !isUsed) return null;
  return (
    <div className="gp-deliveries">
      <h3>{t('chat.webhooks.log')}</h3>
      <p className="gp-dim gp-webhook-note">{t('chat.webhooks.logText')}</p>
      {query.isError && query.data === undefined && (
        <Failure error={query.error} onRetry={() => void query.refetch()} />
      )}
      {query.data?.length === 0 && <p className="gp-dim">{t('chat.webhooks.logEmpty')}</p>}
      {deliveries.length > 0 && (
        <ul className="gp-delivery-list" aria-label={t('chat.webhooks.log')}>
          {deliveries.map((delivery) => (
            <DeliveryRow key={delivery.id} counterId={counterId} delivery={delivery} />
          ))}
        </ul>
      )}
    </div>
  );
}
