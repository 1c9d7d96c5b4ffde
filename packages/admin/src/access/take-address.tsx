/** Where the link leads that goes to a new e-mail address: nothing is changed before the button. */
import { Button, Stack } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useSearch } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { Door } from '../account/door.tsx';
import { addressLinkQuery, useTakeAddress } from '../api/sign-in/new-address.ts';
import { ApiFailure } from '../api/http.ts';
import { Failure } from '../ui/failure.tsx';
import { ButtonLink } from '../ui/links.tsx';
import { PageSkeleton } from '../ui/page-skeleton.tsx';
import { FormFailure } from './form-failure.tsx';

const isDead = (error: Error | null): boolean =>
  error instanceof ApiFailure && [400, 403].includes(error.status);

export function TakeAddress() {
  const { t } = useTranslation();
  const { token } = useSearch({ from: '/new-address' });
  const link = useQuery(addressLinkQuery(token));
  const take = useTakeAddress();
  if (take.isSuccess)
    return (
      <Door title={t('newAddress.done')} text={t('newAddress.doneText', { email: take.data })}>
        <ButtonLink to="/account" fullWidth>
          {t('newAddress.goOn')}
        </ButtonLink>
      </Door>
    );
  if (link.isPending) return <PageSkeleton />;
  if (link.isError && !isDead(link.error))
    return <Failure error={link.error} onRetry={() => void link.refetch()} />;
  if (link.isError || isDead(take.error))
    return (
      <Door title={t('password.used')}>
        <Stack gap="md">
          <p className="gp-plain">{t('newAddress.usedText')}</p>
          <ButtonLink to="/account">{t('newAddress.goOn')}</ButtonLink>
        </Stack>
      </Door>
    );
  return (
    <Door title={t('newAddress.takeTitle')} text={t('newAddress.takeText', link.data)}>
      <Stack gap="md">
        <FormFailure error={take.error} />
        <Button loading={take.isPending} onClick={() => take.mutate(token)}>
          {t('newAddress.take')}
        </Button>
      </Stack>
    </Door>
  );
}
