/** The person's passkeys: what devices have one, their names, and the buttons that remove them. */
import { Alert, Button, Skeleton, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import {
  hasPasskeys,
  passkeysQuery,
  useRemovePasskey,
  useRenamePasskey,
  type Passkey,
} from '../../api/sign-in/passkeys.ts';
import { Confirm } from '../../ui/confirm.tsx';
import { useUnsaved } from '../../ui/edits/leave-guard.tsx';
import { Failure } from '../../ui/failure.tsx';
import { useFormat } from '../../ui/format.ts';
import { NewPasskey } from './new-passkey.tsx';

export function Passkeys() {
  const { t } = useTranslation();
  const passkeys = useQuery(passkeysQuery);
  const remove = useRemovePasskey();
  const [leaving, setLeaving] = useState<Passkey | null>(null);
  if (passkeys.isPending) return <Skeleton height={80} />;
  if (passkeys.isError) return <Failure error={passkeys.error} onRetry={() => void passkeys.refetch()} />;
  return (
    <>
      {passkeys.data.length === 0 && <p className="gp-dim">{t('passkey.none')}</p>}
      <ul className="gp-rows" aria-label={t('passkey.title')}>
        {passkeys.data.map((passkey) => (
          <PasskeyRow key={passkey.id} passkey={passkey} onRemove={() => setLeaving(passkey)} />
        ))}
      </ul>
      {hasPasskeys() ? <NewPasskey /> : <p className="gp-plain">{t('passkey.notHere')}</p>}
      {remove.isError && (
        <Alert color="red" variant="light" role="alert">
          {t('failure.other', { message: remove.error.message })}
        </Alert>
      )}
      <Confirm
        opened={leaving !== null}
        title={t('passkey.removeTitle', { name: leaving?.name ?? '' })}
        text={t('passkey.removeText')}
        action={t('passkey.remove')}
        pending={remove.isPending}
        onClose={() => setLeaving(null)}
        onConfirm={() => {
          if (leaving) remove.mutate(leaving.id, { onSettled: () => setLeaving(null) });
        }}
      />
    </>
  );
}

function PasskeyRow({ passkey, onRemove }: { readonly passkey: Passkey; readonly onRemove: () => void }) {
  const { t } = useTranslation();
  const format = useFormat();
  const [isNaming, setIsNaming] = useState(false);
  const { name, created_time: created, last_used_time: used } = passkey;
  if (isNaming)
    return (
      <li>
        <Naming passkey={passkey} onDone={() => setIsNaming(false)} />
      </li>
    );
  return (
    <li>
      <div>
        <strong>{name}</strong>
        <span className="gp-dim">
          {t('account.created', { date: format.moment(created) })} ·{' '}
          {used === null ? t('account.neverUsed') : t('account.lastUsed', { date: format.moment(used) })}
        </span>
      </div>
      <div className="gp-row-acts">
        <Button
          variant="default"
          size="xs"
          aria-label={`${t('passkey.rename')}: ${name}`}
          onClick={() => setIsNaming(true)}
        >
          {t('passkey.rename')}
        </Button>
        <Button variant="default" size="xs" aria-label={`${t('passkey.remove')}: ${name}`} onClick={onRemove}>
          {t('passkey.remove')}
        </Button>
      </div>
    </li>
  );
}

function Naming({ passkey, onDone }: { readonly passkey: Passkey; readonly onDone: () => void }) {
  const { t } = useTranslation();
  const rename = useRenamePasskey();
  const form = useForm({ initialValues: { name: passkey.name } });
  useUnsaved(form.isDirty());
  const submit = form.onSubmit(({ name }) =>
    rename.mutate(
      { id: passkey.id, name },
      {
        onSuccess: onDone,
        onError: (error) => form.setErrors({ name: t('failure.unsaved', { message: error.message }) }),
      },
    ),
  );
  return (
    <form onSubmit={submit} noValidate className="gp-name-form">
      <TextInput
        label={t('passkey.newName')}
        maxLength={100}
        data-autofocus
        {...form.getInputProps('name')}
      />
      <Button type="submit" loading={rename.isPending} disabled={form.values.name.trim() === ''}>
        {t('passkey.keepName')}
      </Button>
      <Button variant="subtle" onClick={onDone}>
        {t('passkey.cancel')}
      </Button>
    </form>
  );
}
