/** The sites of the signed-in person, and the deleted ones that can be restored. */
import { Button } from '@mantine/core';
import { IconPlus, IconWorldPlus } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { countersQuery, useRestoreCounter } from '../api/counters.ts';
import { Empty } from '../ui/empty.tsx';
import { ButtonLink } from '../ui/links.tsx';
import { PageHead } from '../ui/page-head.tsx';
import { PageWait } from '../ui/loading/page-wait.tsx';
import { tell } from '../ui/tell.ts';
import { CounterCard } from './counter-card.tsx';
import { PurgeCounter } from './purge-counter.tsx';
import './counters.css';

export function CounterListPage() {
  const { t } = useTranslation();
  const active = useQuery(countersQuery());
  if (active.data === undefined)
    return (
      <PageWait title={t('counters.title')} error={active.error} onRetry={() => void active.refetch()} />
    );
  const counters = active.data;
  return (
    <>
      <PageHead title={t('counters.title')}>
        {counters.length > 0 && (
          <ButtonLink to="/counters/new" leftSection={<IconPlus size={16} />}>
            {t('counters.add')}
          </ButtonLink>
        )}
      </PageHead>
      {counters.length === 0 ? (
        <Empty icon={<IconWorldPlus />} title={t('counters.emptyTitle')} text={t('counters.emptyText')}>
          <ButtonLink to="/counters/new">{t('counters.emptyButton')}</ButtonLink>
        </Empty>
      ) : (
        <ul className="gp-cards">
          {counters.map((counter) => (
            <li key={counter.id}>
              <CounterCard counter={counter} />
            </li>
          ))}
        </ul>
      )}
      <DeletedCounters />
    </>
  );
}

function DeletedCounters() {
  const { t } = useTranslation();
  const deleted = useQuery(countersQuery('Deleted')).data ?? [];
  const restore = useRestoreCounter();
  if (deleted.length === 0) return null;
  return (
    <section className="gp-deleted" aria-labelledby="deleted">
      <h2 id="deleted">{t('counters.deleted')}</h2>
      <ul className="gp-rows">
        {deleted.map((counter) => (
          <li key={counter.id}>
            <div>
              <strong>{counter.name}</strong>
              <span className="gp-dim">{counter.site2.site}</span>
            </div>
            <PurgeCounter counter={counter} />
            <Button
              variant="default"
              size="xs"
              aria-label={`${t('word.restore')}: ${counter.name}`}
              loading={restore.isPending && restore.variables === counter.id}
              onClick={() =>
                restore.mutate(counter.id, {
                  onSuccess: () => tell(t('settings.restored', { name: counter.name })),
                })
              }
            >
              {t('word.restore')}
            </Button>
          </li>
        ))}
      </ul>
    </section>
  );
}
