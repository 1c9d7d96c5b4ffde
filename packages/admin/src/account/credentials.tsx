/** The two fields by which people are known: e-mail and password. */
import { TextInput } from '@mantine/core';
import type { UseFormReturnType } from '@mantine/form';
import { useTranslation } from 'react-i18next';
import { SecretInput } from '../ui/fields/secret-input.tsx';

interface Props {
  readonly form: UseFormReturnType<{ email: string; password: string }>;
  /** What password managers are to make of it. */
  readonly password: 'new-password' | 'current-password';
  /** Under the password. */
  readonly hint?: string;
}

export function Credentials({ form, password, hint }: Props) {
  const { t } = useTranslation();
  return (
    <>
      <TextInput
        label={t('signIn.email')}
        type="email"
        autoComplete="username"
        required
        withAsterisk={false}
        autoFocus
        {...form.getInputProps('email')}
      />
      <SecretInput
        label={t('signIn.password')}
        description={hint}
        autoComplete={password}
        required
        withAsterisk={false}
        {...form.getInputProps('password')}
      />
    </>
  );
}
