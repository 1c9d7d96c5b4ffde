/** The first owner's account, made with the one-time link. */
import { Alert, Button, Stack } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { languageNow } from '../i18n/i18n.ts';
import { setupQuery, useSetup } from '../api/account.ts';
import { ApiFailure } from '../api/http.ts';
import { ButtonLink } from '../ui/links.tsx';
import { Credentials } from './credentials.tsx';
import { Door } from './door.tsx';

const MIN_PASSWORD = 8;

export function Setup() {
  const { t } = useTranslation();
  const { token } = useSearch({ from: '/setup' });
  const navigate = useNavigate();
  const needed = useQuery(setupQuery);
  const setup = useSetup();
  const form = useForm({
    initialValues: { email: '', password: '' },
    validate: {
      email: (value) => (/^\S+@\S+\.\S+$/.test(value) ? null : t('setup.badEmail')),
      password: (value) =>
        value.length >= MIN_PASSWORD ? null : t('setup.shortPassword', { n: String(MIN_PASSWORD) }),
    },
  });
  const spent = setup.error instanceof ApiFailure && [403, 409].includes(setup.error.status);
  if (needed.data === false || spent || token === '') {
    return (
      <Door title={t('setup.used')}>
        <Stack gap="md">
          <p style={{ margin: 0 }}>{t('setup.usedText')}</p>
          <ButtonLink to="/sign-in">{t('signIn.title')}</ButtonLink>
        </Stack>
      </Door>
    );
  }
  const submit = form.onSubmit((values) => {
    setup.mutate(
      { ...values, token, language: languageNow() },
      { onSuccess: () => void navigate({ to: '/counters', replace: true }) },
    );
  });
  return (
    <Door title={t('setup.title')} text={t('setup.text')}>
      <form onSubmit={submit} noValidate>
        <Stack gap="md">
          {setup.isError && (
            <Alert color="red" variant="light" role="alert">
              {t('failure.other', { message: setup.error.message })}
            </Alert>
          )}
          <Credentials
            form={form}
            password="new-password"
            hint={t('setup.passwordHint', { n: String(MIN_PASSWORD) })}
          />
          <Button type="submit" loading={setup.isPending}>
            {t('setup.submit')}
          </Button>
        </Stack>
      </form>
    </Door>
  );
}
