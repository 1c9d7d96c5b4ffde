/** The form of a new token, and the token itself, once. */
import { Alert, Button, NativeSelect, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useTranslation } from 'react-i18next';
import { useCreateToken, type Token } from '../api/account.ts';
import { useUnsaved } from '../ui/edits/leave-guard.tsx';
import { CopyBlock } from '../ui/copy-block.tsx';

export function NewToken() {
  const { t } = useTranslation();
  const create = useCreateToken();
  const form = useForm<{ name: string; scope: Token['scope'] }>({
    initialValues: { name: '', scope: 'read' },
  });
  useUnsaved(form.isDirty());
  const submit = form.onSubmit((values) => create.mutate(values, { onSuccess: () => form.reset() }));
  return (
    <>
      {create.isSuccess && (
        <Alert color="accent" variant="light" title={t('account.made')} mb="md" role="status">
          <CopyBlock text={create.data} label={t('account.madeLabel')} />
        </Alert>
      )}
      {create.isError && (
        <Alert color="red" variant="light" mb="md" role="alert">
          {t('failure.unsaved', { message: create.error.message })}
        </Alert>
      )}
      <form onSubmit={submit} className="gp-token-form">
        <TextInput
          label={t('account.tokenName')}
          placeholder={t('account.tokenNameHint')}
          required
          withAsterisk={false}
          maxLength={255}
          {...form.getInputProps('name')}
        />
        <NativeSelect
          label={t('account.scope')}
          data={[
            { value: 'read', label: t('account.read') },
            { value: 'write', label: t('account.write') },
          ]}
          {...form.getInputProps('scope')}
        />
        <Button type="submit" variant="default" loading={create.isPending}>
          {t('account.newToken')}
        </Button>
      </form>
    </>
  );
}
