/** Asks for a new password, for a person who is not signed in. */
import { Alert, Button, Stack, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Door } from '../account/door.tsx';
import { passwordMailQuery, useAskPassword } from '../api/access.ts';
import { AnchorLink, ButtonLink } from '../ui/links.tsx';
import { PageSkeleton } from '../ui/page-skeleton.tsx';
import { FormFailure } from './form-failure.tsx';

export function ForgotPassword() {
  const { t } = useTranslation();
  const mail = useQuery(passwordMailQuery);
  if (mail.isPending) return <PageSkeleton />;
  if (mail.data === true) return <Ask />;
  return (
    <Door title={t('password.title')}>
      <Stack gap="md">
        <p className="gp-plain">{t('password.noMail')}</p>
        <ButtonLink to="/sign-in" variant="default">
          {t('password.back')}
        </ButtonLink>
      </Stack>
    </Door>
  );
}

function Ask() {
  const { t } = useTranslation();
  const ask = useAskPassword();
  const form = useForm({
    initialValues: { email: '' },
    validate: { email: (value) => (/^\S+@\S+\.\S+$/.test(value.trim()) ? null : t('setup.badEmail')) },
  });
  const submit = form.onSubmit(({ email }) => ask.mutate(email));
  return (
    <Door title={t('password.title')} text={t('password.text')}>
      <form onSubmit={submit} noValidate>
        <Stack gap="md">
          <FormFailure error={ask.error} />
          {ask.isSuccess && (
            <Alert color="accent" variant="light" role="status">
              {t('password.sent')}
            </Alert>
          )}
          <TextInput
            label={t('signIn.email')}
            type="email"
            autoComplete="username"
            required
            withAsterisk={false}
            autoFocus
            {...form.getInputProps('email')}
          />
          <Button type="submit" loading={ask.isPending}>
            {t('password.send')}
          </Button>
          <AnchorLink to="/sign-in" size="sm">
            {t('password.back')}
          </AnchorLink>
        </Stack>
      </form>
    </Door>
  );
}
