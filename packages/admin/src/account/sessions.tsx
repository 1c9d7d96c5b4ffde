/** Where the person is signed in, and the buttons that end it there. */
import { Alert, Button, Skeleton } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { sessionsQuery, useEndSessions } from '../api/account.ts';
import { Failure } from '../ui/failure.tsx';
import { useFormat } from '../ui/format.ts';
import { browserName } from './browser-name.ts';

export function Sessions() {
  const { t } = useTranslation();
  const format = useFormat();
  const sessions = useQuery(sessionsQuery);
  const end = useEndSessions();
  if (sessions.isPending) return <Skeleton height={80} />;
  if (sessions.isError) return <Failure error={sessions.error} onRetry={() => void sessions.refetch()} />;
  const others = sessions.data.filter(({ current }) => !current).length;
  return (
    <>
      {end.isError && (
        <Alert color="red" variant="light" mb="md" role="alert">
          {t('failure.other', { message: end.error.message })}
        </Alert>
      )}
      <ul className="gp-rows">
        {sessions.data.map(({ id, user_agent: agent, address, last_seen_time: seen, current }) => {
          const name = browserName(agent) || t('sessions.unknown');
          const when = current ? t('sessions.here') : t('sessions.seen', { date: format.moment(seen) });
          return (
            <li key={id}>
              <div>
                <strong>{name}</strong>
                <span className="gp-dim">{address === '' ? when : `${when} · ${address}`}</span>
              </div>
              {!current && (
                <Button
                  variant="default"
                  size="xs"
                  aria-label={`${t('sessions.end')}: ${name} ${address}`}
                  loading={end.isPending && end.variables === id}
                  onClick={() => end.mutate(id)}
                >
                  {t('sessions.end')}
                </Button>
              )}
            </li>
          );
        })}
      </ul>
      {others > 0 && (
        <Button
          variant="default"
          mt="md"
          loading={end.isPending && end.variables === null}
          onClick={() => end.mutate(null)}
        >
          {t('sessions.endOthers')}
        </Button>
      )}
    </>
  );
}
