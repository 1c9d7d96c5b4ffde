/** Removes all data of a deleted site at once, after saying what goes. */
import type { Counter } from '@goalpost/contract/management';
import { may } from '@goalpost/contract/management/roles';
import { Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { usePurgeCounter } from '../api/retention.ts';
import { Confirm } from '../ui/confirm.tsx';
import { tell } from '../ui/tell.ts';

export function PurgeCounter({ counter: { id, name, permission } }: { readonly counter: Counter }) {
  const { t } = useTranslation();
  const purge = usePurgeCounter();
  const [asking, setAsking] = useState(false);
  if (!may(permission, 'own')) return null;
  return (
    <>
      <Button
        variant="subtle"
        size="xs"
        c="var(--gp-bad)"
        aria-label={`${t('keeping.purge')}: ${name}`}
        onClick={() => setAsking(true)}
      >
        {t('keeping.purge')}
      </Button>
      <Confirm
        opened={asking}
        title={t('keeping.purgeTitle', { name })}
        text={t('keeping.purgeText')}
        action={t('keeping.purge')}
        pending={purge.isPending}
        onClose={() => setAsking(false)}
        onConfirm={() => purge.mutate(id, { onSuccess: () => tell(t('keeping.purged', { name })) })}
      />
    </>
  );
}
