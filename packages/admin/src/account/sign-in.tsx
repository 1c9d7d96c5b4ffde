/** Signing in with e-mail and password, and with a code where the account has a second factor. */
import { Alert, Button, Stack } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSignIn } from '../api/account.ts';
import { failureKind } from '../api/failures.ts';
import { ApiFailure } from '../api/http.ts';
import { AnchorLink } from '../ui/links.tsx';
import { CodeForm } from './code-form.tsx';
import { Credentials } from './credentials.tsx';
import { Door } from './door.tsx';
import { PasskeyButton } from './passkeys/passkey-button.tsx';
import { SsoButton } from './sso-button.tsx';

export function SignIn() {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const { next = '/', code = false, sso } = useSearch({ from: '/sign-in' });
  const [needsCode, setNeedsCode] = useState(code);
  const signIn = useSignIn();
  const form = useForm({ initialValues: { email: '', password: '' } });
  const comeIn = () => void navigate({ href: next, replace: true });
  const submit = form.onSubmit((values) => {
    signIn.mutate(values, { onSuccess: (isHalf) => (isHalf ? setNeedsCode(true) : comeIn()) });
  });
  if (needsCode)
    return (
      <Door title={t('factor.signInTitle')}>
        <CodeForm onDone={comeIn} onBack={() => setNeedsCode(false)} />
      </Door>
    );
  return (
    <Door title={t('signIn.title')} hint={t('signIn.setupHint')}>
      <form onSubmit={submit} noValidate>
        <Stack gap="md">
          <SsoButton next={next} refusal={signIn.isIdle ? sso : undefined} />
          {signIn.isError && <SignInFailure error={signIn.error} />}
          <Credentials form={form} password="current-password" />
          <Button type="submit" loading={signIn.isPending}>
            {t('signIn.submit')}
          </Button>
          <PasskeyButton onDone={comeIn} />
          <AnchorLink to="/forgot" size="sm">
            {t('password.forgot')}
          </AnchorLink>
        </Stack>
      </form>
    </Door>
  );
}

function SignInFailure({ error }: { readonly error: Error }) {
  const { t } = useTranslation();
  const status = error instanceof ApiFailure ? error.status : 0;
  const why = failureKind(error);
  const known = status === 401 || status === 400 || status === 422 || status === 403;
  const text = known ? t('signIn.wrong') : status === 429 ? t('signIn.many') : null;
  const message =
    text ?? (why === 'other' ? t('failure.other', { message: error.message }) : t(`failure.${why}`));
  return (
    <Alert color="red" variant="light" role="alert">
      {message}
    </Alert>
  );
}
