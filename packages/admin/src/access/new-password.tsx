/** Where a link for a new password leads. */
import { Button, Stack, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { Door } from '../account/door.tsx';
import { passwordLinkQuery, useChoosePassword } from '../api/access.ts';
import { ApiFailure } from '../api/http.ts';
import { Failure } from '../ui/failure.tsx';
import { ButtonLink } from '../ui/links.tsx';
import { PageSkeleton } from '../ui/page-skeleton.tsx';
import { FormFailure } from './form-failure.tsx';
import { SecretInput } from '../ui/fields/secret-input.tsx';

const MIN_PASSWORD = 8;

export function NewPassword() {
  const { t } = useTranslation();
  const { token } = useSearch({ from: '/password' });
  const login = useQuery(passwordLinkQuery(token));
  const navigate = useNavigate();
  const choose = useChoosePassword();
  const form = useForm({
    initialValues: { password: '' },
    validate: {
      password: (value) =>
        value.length >= MIN_PASSWORD ? null : t('setup.shortPassword', { n: String(MIN_PASSWORD) }),
    },
  });
  if (login.isPending) return <PageSkeleton />;
  if (login.isError) {
    const dead = login.error instanceof ApiFailure && [400, 403].includes(login.error.status);
    return dead ? <Dead /> : <Failure error={login.error} onRetry={() => void login.refetch()} />;
  }
  const submit = form.onSubmit(({ password }) => {
    choose.mutate(
      { token, password },
      {
        onSuccess: (needsCode) =>
          void (needsCode
            ? navigate({ to: '/sign-in', search: { code: true }, replace: true })
            : navigate({ to: '/', replace: true })),
      },
    );
  });
  return (
    <Door title={t('password.newTitle')} text={t('password.newText', { login: login.data })}>
      <form onSubmit={submit} noValidate>
        <Stack gap="md">
          <FormFailure error={choose.error} />
          <TextInput label={t('signIn.email')} autoComplete="username" readOnly value={login.data} />
          <SecretInput
            label={t('password.newPassword')}
            description={t('setup.passwordHint', { n: String(MIN_PASSWORD) })}
            autoComplete="new-password"
            required
            withAsterisk={false}
            maxLength={128}
            autoFocus
            {...form.getInputProps('password')}
          />
          <Button type="submit" loading={choose.isPending}>
            {t('password.save')}
          </Button>
        </Stack>
      </form>
    </Door>
  );
}

function Dead() {
  const { t } = useTranslation();
  return (
    <Door title={t('password.used')}>
      <Stack gap="md">
        <p className="gp-plain">{t('password.usedText')}</p>
        <ButtonLink to="/forgot">{t('password.forgot')}</ButtonLink>
      </Stack>
    </Door>
  );
}
