/** The signed-in person's other e-mail address: asked for here, taken by the link that goes to it. */
import { Alert, Button, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { passwordMailQuery } from '../api/access.ts';
import { useAskAddress } from '../api/sign-in/new-address.ts';
import { fieldMessages } from '../api/failures.ts';
import { useUnsaved } from '../ui/edits/leave-guard.tsx';
import { SecretInput } from '../ui/fields/secret-input.tsx';

export function NewAddress() {
  const { t } = useTranslation();
  const mail = useQuery(passwordMailQuery);
  if (mail.isPending || mail.isError) return null;
  return mail.data ? <AddressForm /> : <p className="gp-plain">{t('newAddress.noMail')}</p>;
}

function AddressForm() {
  const { t } = useTranslation();
  const ask = useAskAddress();
  const form = useForm({
    initialValues: { email: '', password: '' },
    validate: {
      email: (value) => (/^\S+@\S+\.\S+$/.test(value.trim()) ? null : t('setup.badEmail')),
      password: (value) => (value === '' ? t('newAddress.noPassword') : null),
    },
  });
  useUnsaved(form.isDirty());
  const submit = form.onSubmit((values) =>
    ask.mutate(values, {
      onSuccess: () => form.reset(),
      onError: (error) => {
        const { password, email, ...others } = fieldMessages(error, '');
        const [other] = Object.values(others);
        form.setErrors({
          ...(password !== undefined && { password: t('newAddress.wrong') }),
          ...((email ?? other) !== undefined && {
            email: t('failure.unsaved', { message: email ?? other ?? '' }),
          }),
        });
      },
    }),
  );
  return (
    <>
      {ask.isSuccess && (
        <Alert color="accent" variant="light" role="status" mb="md">
          {t('newAddress.sent', { email: ask.data })}
        </Alert>
      )}
      <form onSubmit={submit} noValidate className="gp-password-form" aria-label={t('newAddress.title')}>
        <TextInput
          label={t('newAddress.email')}
          type="email"
          autoComplete="off"
          maxLength={255}
          {...form.getInputProps('email')}
        />
        <SecretInput
          label={t('newAddress.password')}
          autoComplete="current-password"
          maxLength={128}
          {...form.getInputProps('password')}
        />
        <Button type="submit" variant="default" loading={ask.isPending} disabled={!form.isDirty()}>
          {t('newAddress.send')}
        </Button>
      </form>
    </>
  );
}
