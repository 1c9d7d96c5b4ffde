/** Makes a passkey on this device, or on a phone that the browser asks. */
import { Alert, Button, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useTranslation } from 'react-i18next';
import { ApiFailure } from '../../api/http.ts';
import { NoPasskeyGiven, useAddPasskey } from '../../api/sign-in/passkeys.ts';
import { useUnsaved } from '../../ui/edits/leave-guard.tsx';
import { SecretInput } from '../../ui/fields/secret-input.tsx';
import { browserName } from '../browser-name.ts';

export function NewPasskey() {
  const { t } = useTranslation();
  const add = useAddPasskey();
  const form = useForm({ initialValues: { device: browserName(navigator.userAgent), password: '' } });
  useUnsaved(form.values.password !== '');
  const submit = form.onSubmit(({ device, password }) =>
    add.mutate(
      { name: device.trim() === '' ? t('passkey.unnamed') : device, password },
      {
        onSuccess: () => form.reset(),
        onError: (error) => {
          if (!(error instanceof ApiFailure)) return;
          const isWrong = error.status === 400;
          const text =
            error.status === 429 ? t('signIn.many') : t('failure.unsaved', { message: error.message });
          form.setErrors({ password: isWrong ? t('newAddress.wrong') : text });
        },
      },
    ),
  );
  const why = add.error;
  return (
    <>
      {add.isSuccess && (
        <Alert color="accent" variant="light" role="status" mb="md">
          {t('passkey.added')}
        </Alert>
      )}
      {why !== null && !(why instanceof ApiFailure) && (
        <Alert color="red" variant="light" role="alert" mb="md">
          {why instanceof NoPasskeyGiven
            ? t('passkey.notGiven')
            : t('passkey.broken', { message: why.message })}
        </Alert>
      )}
      <form onSubmit={submit} noValidate className="gp-password-form" aria-label={t('passkey.add')}>
        <TextInput label={t('passkey.device')} maxLength={100} {...form.getInputProps('device')} />
        <SecretInput
          label={t('passkey.password')}
          autoComplete="current-password"
          maxLength={128}
          {...form.getInputProps('password')}
        />
        <Button
          type="submit"
          variant="default"
          loading={add.isPending}
          disabled={form.values.password === ''}
        >
          {t('passkey.add')}
        </Button>
      </form>
    </>
  );
}
