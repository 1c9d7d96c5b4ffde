/** Where a person comes in whose server requires a second factor that they have not set up yet. */
import { Button } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useSignOut } from '../../api/account.ts';
import { Door } from '../door.tsx';
import { SecondFactor } from './second-factor.tsx';

export function FactorNeededPage() {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const queries = useQueryClient();
  const signOut = useSignOut();
  const leave = (): void =>
    signOut.mutate(undefined, { onSuccess: () => void navigate({ to: '/sign-in', replace: true }) });
  const comeIn = (): void => {
    queries.clear();
    void navigate({ to: '/', replace: true });
  };
  return (
    <Door title={t('factor.title')} text={t('factor.needed')}>
      <SecondFactor onDone={comeIn} />
      <Button variant="subtle" mt="md" loading={signOut.isPending} onClick={leave}>
        {t('menu.signOut')}
      </Button>
    </Door>
  );
}
