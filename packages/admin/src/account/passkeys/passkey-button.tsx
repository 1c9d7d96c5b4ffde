/** The way in by a passkey, on the sign-in page. */
import { Alert, Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { ApiFailure } from '../../api/http.ts';
import { hasPasskeys, NoPasskeyGiven, useSignInByPasskey } from '../../api/sign-in/passkeys.ts';

export function PasskeyButton({ onDone }: { readonly onDone: () => void }) {
  const { t } = useTranslation();
  const signIn = useSignInByPasskey();
  if (!hasPasskeys()) return null;
  return (
    <>
      <Button
        variant="default"
        loading={signIn.isPending}
        onClick={() => signIn.mutate(undefined, { onSuccess: onDone })}
      >
        {t('passkey.signIn')}
      </Button>
      {signIn.isError && (
        <Alert color="red" variant="light" role="alert">
          {textOf(signIn.error)}
        </Alert>
      )}
    </>
  );

  function textOf(error: Error): string {
    if (error instanceof NoPasskeyGiven) return t('passkey.notGiven');
    const status = error instanceof ApiFailure ? error.status : 0;
    if (status === 401) return t('passkey.unknown');
    return status === 429 ? t('signIn.many') : t('passkey.broken', { message: error.message });
  }
}
