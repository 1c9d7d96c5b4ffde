/** Which visits a person with limited access sees in reports: chosen, shown, and changed. */
import { MAX_GRANT_FILTERS, type Grant } from '@goalpost/contract/management';
import { Button, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useTranslation } from 'react-i18next';
import { useChangePerson } from '../api/access.ts';
import { useUnsaved } from '../ui/edits/leave-guard.tsx';
import { tell } from '../ui/tell.ts';

/** What all fields of such a filter have in common; as long as the server takes it. */
const FILTER = {
  placeholder: "ym:s:lastsignUTMSource=='partner'",
  spellCheck: false,
  maxLength: MAX_GRANT_FILTERS,
} as const;

/** @param input what the form gives its field */
export function LimitField({ input }: { readonly input: object }) {
  const { t } = useTranslation();
  return (
    <TextInput
      className="gp-limit"
      label={t('people.limit')}
      description={t('people.limitHint')}
      {...FILTER}
      {...input}
    />
  );
}

export function LimitOf({ counterId, grant }: { readonly counterId: number; readonly grant: Grant }) {
  const { t } = useTranslation();
  const change = useChangePerson(counterId);
  const form = useForm({ initialValues: { filters: grant.filters } });
  useUnsaved(form.isDirty());
  const submit = form.onSubmit(({ filters }) =>
    change.mutate(
      { user_login: grant.user_login, perm: grant.perm, filters },
      {
        onSuccess: () => {
          form.resetDirty();
          tell(t('word.saved'));
        },
        onError: (error) => form.setErrors({ filters: t('failure.unsaved', { message: error.message }) }),
      },
    ),
  );
  return (
    <form onSubmit={submit} noValidate className="gp-person-limit">
      <TextInput
        size="xs"
        aria-label={t('people.limitOf', { login: grant.user_login })}
        {...FILTER}
        {...form.getInputProps('filters')}
      />
      <Button
        type="submit"
        size="xs"
        variant="default"
        aria-label={`${t('people.limitSave')}: ${grant.user_login}`}
        loading={change.isPending}
        disabled={!form.isDirty()}
      >
        {t('people.limitSave')}
      </Button>
    </form>
  );
}
