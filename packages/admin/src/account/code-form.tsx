/** The second step of signing in: a code of the app, or a recovery code. */
import { Alert, Button, Checkbox, Stack, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useTranslation } from 'react-i18next';
import { ApiFailure } from '../api/http.ts';
import { useSecondStep } from '../api/sign-in/second-factor.ts';

interface Props {
  readonly onDone: () => void;
  /** Back to the password: the step lasts ten minutes and five wrong codes. */
  readonly onBack: () => void;
}

export function CodeForm({ onDone, onBack }: Props) {
  const { t } = useTranslation();
  const step = useSecondStep();
  const form = useForm({ initialValues: { code: '', trust: false } });
  const submit = form.onSubmit(({ code, trust }) =>
    step.mutate({ code: code.replaceAll(/\s/g, ''), trust }, { onSuccess: onDone }),
  );
  const messageOf = (error: Error): string => {
    const status = error instanceof ApiFailure ? error.status : 0;
    if (status === 401) return t('factor.wrongCode');
    if (status === 429) return t('factor.locked');
    if (status === 400) return t('factor.again');
    return t('failure.other', { message: error.message });
  };
  return (
    <form onSubmit={submit} noValidate>
      <Stack gap="md">
        {step.isError && (
          <Alert color="red" variant="light" role="alert">
            {messageOf(step.error)}
          </Alert>
        )}
        <TextInput
          label={t('factor.code')}
          description={t('factor.signInHint')}
          autoComplete="one-time-code"
          autoFocus
          required
          withAsterisk={false}
          maxLength={20}
          {...form.getInputProps('code')}
        />
        <Checkbox label={t('factor.trust')} {...form.getInputProps('trust', { type: 'checkbox' })} />
        <Button type="submit" loading={step.isPending}>
          {t('signIn.submit')}
        </Button>
        <Button variant="subtle" onClick={onBack}>
          {t('factor.back')}
        </Button>
      </Stack>
    </form>
  );
}
