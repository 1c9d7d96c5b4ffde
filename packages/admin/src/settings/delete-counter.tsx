/** Deleting the site, after saying what disappears. */
import type { Counter } from '@goalpost/contract/management';
import { Button } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useDeleteCounter } from '../api/counters.ts';
import { Confirm } from '../ui/confirm.tsx';
import { Section } from '../ui/section.tsx';
import { tell } from '../ui/tell.ts';

export function DeleteCounter({ counter }: { readonly counter: Counter }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const remove = useDeleteCounter();
  const [asking, setAsking] = useState(false);
  const { id, name } = counter;
  const confirmed = (): void =>
    remove.mutate(id, {
      onSuccess: () => {
        tell(t('settings.deleted', { name }));
        void navigate({ to: '/counters' });
      },
    });
  return (
    <Section title={t('settings.danger')} text={t('settings.dangerText')}>
      <Button variant="default" c="var(--gp-bad)" onClick={() => setAsking(true)}>
        {t('settings.deleteButton')}
      </Button>
      <Confirm
        opened={asking}
        title={t('settings.deleteTitle', { name })}
        text={t('settings.deleteText')}
        action={t('word.delete')}
        pending={remove.isPending}
        onClose={() => setAsking(false)}
        onConfirm={confirmed}
      />
    </Section>
  );
}
