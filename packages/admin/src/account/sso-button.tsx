/** The way in by an identity provider, and why it has not let a person in. */
import { Alert, Button, Divider } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { addressOf } from '../api/http.ts';
import { ssoQuery, type SsoRefusal } from '../api/sign-in/sso.ts';

interface Props {
  /** The page to come to. */
  readonly next: string;
  readonly refusal: SsoRefusal | undefined;
}

export function SsoButton({ next, refusal }: Props) {
  const { t } = useTranslation();
  const name = useQuery(ssoQuery).data ?? null;
  if (name === null) return null;
  return (
    <>
      {refusal !== undefined && (
        <Alert color="red" variant="light" role="alert">
          {t(`sso.${refusal}`, { name })}
        </Alert>
      )}
      <Button component="a" variant="default" href={addressOf('/api/auth/sso', { next })}>
        {t('sso.signIn', { name })}
      </Button>
      <Divider label={t('sso.or')} />
    </>
  );
}
