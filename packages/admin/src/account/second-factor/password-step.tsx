/** Asks for the own password before the second factor is touched. */
import { Button, Group, Stack } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useTranslation } from 'react-i18next';
import { ApiFailure } from '../../api/http.ts';
import { useUnsaved } from '../../ui/edits/leave-guard.tsx';
import { SecretInput } from '../../ui/fields/secret-input.tsx';

interface Action {
  readonly label: string;
  readonly isPending: boolean;
  /** Rejects with the server's refusal. */
  readonly run: (password: string) => Promise<unknown>;
}

export function PasswordStep({ actions }: { readonly actions: readonly Action[] }) {
  const { t } = useTranslation();
  const form = useForm({ initialValues: { password: '' } });
  useUnsaved(form.isDirty());
  const messageOf = (error: unknown): string => {
    const status = error instanceof ApiFailure ? error.status : 0;
    if (status === 429) return t('signIn.many');
    if (status === 400) return t('password.wrong');
    return t('failure.unsaved', { message: error instanceof Error ? error.message : '' });
  };
  const act = (action: Action | undefined) =>
    form.onSubmit(({ password }) => {
      void action
        ?.run(password)
        .then(() => form.reset())
        .catch((error: unknown) => form.setErrors({ password: messageOf(error) }));
    });
  return (
    <form onSubmit={act(actions[0])} noValidate>
      <Stack gap="sm">
        <SecretInput
          label={t('factor.password')}
          autoComplete="current-password"
          maxLength={128}
          maw={360}
          {...form.getInputProps('password')}
        />
        <Group gap="sm">
          {actions.map((action, at) => (
            <Button
              key={action.label}
              type={at === 0 ? 'submit' : 'button'}
              variant="default"
              loading={action.isPending}
              disabled={!form.isDirty()}
              {...(at > 0 && { onClick: () => act(action)() })}
            >
              {action.label}
            </Button>
          ))}
        </Group>
      </Stack>
    </form>
  );
}
