/** The form of a new token, and the token itself, once. */
import { Alert, Button, NativeSelect, TextInput } from '@mantine/core';
import { TOKEN_SCOPES } from '@goalpost/contract/management/roles';
import { useForm } from '@mantine/form';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useCreateToken } from '../api/account.ts';
import { countersQuery } from '../api/counters.ts';
import { useUnsaved } from '../ui/edits/leave-guard.tsx';
import { CopyBlock } from '../ui/copy-block.tsx';
import { NotSaved } from '../ui/fields/not-saved.tsx';

/** Days that a token may be for. */
const LASTS = [7, 30, 90, 365];

export function NewToken() {
  const { t } = useTranslation();
  const create = useCreateToken();
  const counters = useQuery(countersQuery()).data ?? [];
  const form = useForm({ initialValues: { name: '', scope: 'read', counter: '', days: '' } });
  useUnsaved(form.isDirty());
  const submit = form.onSubmit(({ name, scope, counter, days }) => {
    const draft = {
      name,
      scope: TOKEN_SCOPES.find((one) => one === scope) ?? 'read',
      counters: counter === '' ? null : [Number(counter)],
      expires_in_days: days === '' ? null : Number(days),
    };
    create.mutate(draft, { onSuccess: () => form.reset() });
  });
  return (
    <>
      {create.isSuccess && (
        <Alert color="accent" variant="light" title={t('account.made')} mb="md" role="status">
          <CopyBlock text={create.data} label={t('account.madeLabel')} />
        </Alert>
      )}
      <NotSaved reasons={[create.error?.message]} mb="md" />
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
          data={TOKEN_SCOPES.map((value) => ({ value, label: t(`account.${value}`) }))}
          {...form.getInputProps('scope')}
        />
        <NativeSelect
          label={t('account.for')}
          data={[
            { value: '', label: t('account.allSites') },
            ...counters.map(({ id, name }) => ({ value: String(id), label: name })),
          ]}
          {...form.getInputProps('counter')}
        />
        <NativeSelect
          label={t('account.lasts')}
          data={[
            { value: '', label: t('account.forever') },
            ...LASTS.map((days) => ({ value: String(days), label: t('account.days', { count: days }) })),
          ]}
          {...form.getInputProps('days')}
        />
        <Button type="submit" variant="default" loading={create.isPending}>
          {t('account.newToken')}
        </Button>
      </form>
    </>
  );
}
