/** The signed-in person's own name, and their password. */
import { Button, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useChangePassword, useSaveName } from '../api/access.ts';
import { meQuery } from '../api/account.ts';
import { ApiFailure } from '../api/http.ts';
import { useUnsaved } from '../ui/edits/leave-guard.tsx';
import { tell } from '../ui/tell.ts';
import { SecretInput } from '../ui/fields/secret-input.tsx';

const MIN_PASSWORD = 8;

export function NameAndPassword() {
  const me = useQuery(meQuery).data;
  if (!me) return null;
  return (
    <>
      <NameForm key={me.name} name={me.name} />
      <PasswordForm login={me.login} />
    </>
  );
}

function NameForm({ name }: { readonly name: string }) {
  const { t } = useTranslation();
  const save = useSaveName();
  const form = useForm({
    initialValues: { name },
    validate: { name: (value) => (value.trim() === '' ? t('join.noName') : null) },
  });
  useUnsaved(form.isDirty());
  const submit = form.onSubmit((values) =>
    save.mutate(values.name, {
      onSuccess: () => tell(t('word.saved')),
      onError: (error) => form.setErrors({ name: t('failure.unsaved', { message: error.message }) }),
    }),
  );
  return (
    <form onSubmit={submit} noValidate className="gp-name-form">
      <TextInput
        label={t('password.name')}
        description={t('password.nameHint')}
        autoComplete="name"
        maxLength={255}
        {...form.getInputProps('name')}
      />
      <Button type="submit" variant="default" loading={save.isPending} disabled={!form.isDirty()}>
        {t('password.saveName')}
      </Button>
    </form>
  );
}

function PasswordForm({ login }: { readonly login: string }) {
  const { t } = useTranslation();
  const change = useChangePassword();
  const form = useForm({
    initialValues: { currentPassword: '', newPassword: '' },
    validate: {
      newPassword: (value) =>
        value.length >= MIN_PASSWORD ? null : t('setup.shortPassword', { n: String(MIN_PASSWORD) }),
    },
  });
  useUnsaved(form.isDirty());
  const submit = form.onSubmit((values) =>
    change.mutate(values, {
      onSuccess: () => {
        form.reset();
        tell(t('password.changed'));
      },
      onError: (error) => form.setErrors({ currentPassword: messageOf(error) }),
    }),
  );
  const messageOf = (error: Error): string => {
    const status = error instanceof ApiFailure ? error.status : 0;
    if (status === 429) return t('signIn.many');
    return status === 400 ? t('password.wrong') : t('failure.unsaved', { message: error.message });
  };
  return (
    <form onSubmit={submit} noValidate className="gp-password-form">
      <input type="email" autoComplete="username" value={login} readOnly hidden />
      <SecretInput
        label={t('password.current')}
        autoComplete="current-password"
        maxLength={128}
        {...form.getInputProps('currentPassword')}
      />
      <SecretInput
        label={t('password.newPassword')}
        autoComplete="new-password"
        maxLength={128}
        {...form.getInputProps('newPassword')}
      />
      <Button type="submit" variant="default" loading={change.isPending} disabled={!form.isDirty()}>
        {t('password.change')}
      </Button>
    </form>
  );
}
