/** The forms by which a funnel, retention or journeys get a name, another one, or are deleted. */
import type { PathAddress, PathKind, SavedPath } from '@goalpost/contract/management';
import { Alert, Button, Checkbox, Stack, Text, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useTranslation } from 'react-i18next';
import { useDeletePath, useSavePath } from '../../api/paths/paths.ts';
import { Confirm } from '../../ui/confirm.tsx';
import { useUnsaved } from '../../ui/edits/leave-guard.tsx';
import { tell } from '../../ui/tell.ts';
import { Dialog } from '../../ui/screen/dialog.tsx';

interface Props {
  readonly dialog: 'keep' | 'rename' | 'delete';
  readonly counterId: number;
  readonly kind: PathKind;
  /** Null: a new one. */
  readonly path: SavedPath | null;
  readonly address: PathAddress;
  readonly onKept: (id: string) => void;
  readonly onClose: () => void;
}

export function SavedDialogs(props: Props) {
  const { dialog, path } = props;
  return dialog === 'delete' && path !== null ? <Removal {...props} path={path} /> : <Form {...props} />;
}

function Removal({ counterId, path, onClose }: Props & { readonly path: SavedPath }) {
  const { t } = useTranslation();
  const remove = useDeletePath(counterId);
  return (
    <Confirm
      opened
      title={t('kept.deleteTitle', { name: path.name })}
      text={t('kept.deleteText')}
      action={t('word.delete')}
      pending={remove.isPending}
      onClose={onClose}
      onConfirm={() =>
        remove.mutate(path.id, {
          onSettled: onClose,
          onError: ({ message }) => tell(t('kept.gone', { message })),
        })
      }
    />
  );
}

function Form({ counterId, kind, path, address, onKept, onClose }: Props) {
  const { t } = useTranslation();
  const save = useSavePath(counterId);
  const form = useForm({ initialValues: { name: path?.name ?? '', shared: path?.shared ?? false } });
  useUnsaved(form.isDirty() && !save.isSuccess);
  const submit = form.onSubmit((values) =>
    save.mutate(
      { id: path?.id ?? null, path: { ...values, kind, address: path?.address ?? address } },
      {
        onSuccess: ({ id, name }) => {
          tell(t('kept.done', { name }));
          onKept(id);
          onClose();
        },
      },
    ),
  );
  return (
    <Dialog
      opened
      onClose={onClose}
      title={t(`kept.title.${kind}`)}
      closeButtonProps={{ 'aria-label': t('word.close') }}
    >
      <form onSubmit={submit}>
        <Stack gap="md">
          <Text className="gp-dim">{t('kept.text')}</Text>
          <TextInput
            data-autofocus
            label={t('kept.name')}
            required
            maxLength={120}
            {...form.getInputProps('name')}
          />
          <Checkbox label={t('kept.shared')} {...form.getInputProps('shared', { type: 'checkbox' })} />
          {save.isError && (
            <Alert color="red" variant="light" role="alert">
              {t('kept.failed', { message: save.error.message })}
            </Alert>
          )}
          <Button type="submit" loading={save.isPending} disabled={form.values.name.trim() === ''}>
            {t('kept.action')}
          </Button>
        </Stack>
      </form>
    </Dialog>
  );
}
