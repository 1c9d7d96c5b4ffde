/** API tokens: making one, which is shown once, and revoking. */
import { Button, Skeleton } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { tokensQuery, useRevokeToken, type Token } from '../api/account.ts';
import { Confirm } from '../ui/confirm.tsx';
import { Failure } from '../ui/failure.tsx';
import { useFormat } from '../ui/format.ts';
import { NewToken } from './new-token.tsx';

export function Tokens() {
  const { t } = useTranslation();
  const format = useFormat();
  const tokens = useQuery(tokensQuery);
  const revoke = useRevokeToken();
  const [leaving, setLeaving] = useState<Token | null>(null);
  if (tokens.isPending) return <Skeleton height={80} />;
  if (tokens.isError) return <Failure error={tokens.error} onRetry={() => void tokens.refetch()} />;
  return (
    <>
      {tokens.data.length === 0 && <p className="gp-dim">{t('account.empty')}</p>}
      <ul className="gp-rows">
        {tokens.data.map((token) => (
          <li key={token.id}>
            <div>
              <strong>{token.name}</strong>
              <span className="gp-dim">
                {t(`account.${token.scope}`)} ·{' '}
                {token.counters !== null && `${t('account.only', { ids: token.counters.join(', ') })} · `}
                {token.expires_time !== null &&
                  `${t('account.until', { date: format.moment(token.expires_time) })} · `}
                {t('account.created', { date: format.moment(token.create_time) })} ·{' '}
                {token.last_used_time === null
                  ? t('account.neverUsed')
                  : t('account.lastUsed', { date: format.moment(token.last_used_time) })}
              </span>
            </div>
            <Button
              variant="default"
              size="xs"
              aria-label={`${t('account.revoke')}: ${token.name}`}
              onClick={() => setLeaving(token)}
            >
              {t('account.revoke')}
            </Button>
          </li>
        ))}
      </ul>
      <NewToken />
      <Confirm
        opened={leaving !== null}
        title={t('account.revokeTitle', { name: leaving?.name ?? '' })}
        text={t('account.revokeText')}
        action={t('account.revoke')}
        pending={revoke.isPending}
        onClose={() => setLeaving(null)}
        onConfirm={() => {
          if (leaving) revoke.mutate(leaving.id, { onSuccess: () => setLeaving(null) });
        }}
      />
    </>
  );
}
