/** Adds a person by e-mail address; a person without an account gets a link. */
import { Button, NativeSelect, TextInput } from '@mantine/core';
import { isLimited } from '@goalpost/contract/management/roles';
import { useForm } from '@mantine/form';
import { useTranslation } from 'react-i18next';
import { useAddPerson, type GrantDraft } from '../api/access.ts';
import { fieldMessages } from '../api/failures.ts';
import { useUnsaved } from '../ui/edits/leave-guard.tsx';
import { tell } from '../ui/tell.ts';
import { LimitField } from './limit-of.tsx';
import { LinkNote } from './link-note.tsx';
import { usePermChoices } from './perm-choices.ts';
import { NotSaved } from '../ui/fields/not-saved.tsx';

export function AddPerson({ counterId }: { readonly counterId: number }) {
  const { t } = useTranslation();
  const add = useAddPerson(counterId);
  const choices = usePermChoices();
  const form = useForm<GrantDraft>({
    initialValues: { user_login: '', perm: 'edit', filters: '' },
    validate: {
      user_login: (value) => (/^\S+@\S+\.\S+$/.test(value.trim()) ? null : t('people.badEmail')),
    },
  });
  useUnsaved(form.isDirty());
  const submit = form.onSubmit((values) => {
    add.mutate(
      { ...values, filters: isLimited(values.perm) ? (values.filters ?? '') : '' },
      {
        onSuccess: ({ link, grant }) => {
          form.reset();
          if (link === undefined) tell(t('people.added', { login: grant.user_login }));
        },
        onError: (error) => form.setErrors(fieldMessages(error, 'grant')),
      },
    );
  });
  const made = add.data;
  return (
    <>
      {made?.link && <LinkNote link={made.link} login={made.grant.user_login} text={t('people.linkText')} />}
      <NotSaved reasons={[form.errors['']]} mb="md" />
      <form onSubmit={submit} noValidate className="gp-token-form gp-add-person">
        <TextInput
          label={t('people.email')}
          type="email"
          autoComplete="off"
          required
          withAsterisk={false}
          maxLength={255}
          {...form.getInputProps('user_login')}
        />
        <NativeSelect
          label={t('people.may')}
          data={choices.map(({ value, label }) => ({ value, label }))}
          {...form.getInputProps('perm')}
        />
        {isLimited(form.values.perm) && <LimitField input={form.getInputProps('filters')} />}
        <Button type="submit" loading={add.isPending}>
          {t('people.submit')}
        </Button>
      </form>
      <dl className="gp-dim gp-perm-text">
        {choices.map(({ value, label, text }) => (
          <div key={value}>
            <dt>{label}</dt>
            <dd>{text}</dd>
          </div>
        ))}
      </dl>
    </>
  );
}
