/** Renaming and deleting a board. */
import type { Board } from '@goalpost/contract/management';
import { Button, Stack, TextInput } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useChangeBoard, useDeleteBoard } from '../api/boards/boards.ts';
import { Confirm } from '../ui/confirm.tsx';
import { useUnsaved } from '../ui/edits/leave-guard.tsx';
import { tell } from '../ui/tell.ts';
import { Dialog } from '../ui/screen/dialog.tsx';

interface Props {
  readonly board: Board;
  readonly dialog: 'rename' | 'delete';
  readonly onClose: () => void;
}

export function BoardDialogs({ dialog, ...props }: Props) {
  return dialog === 'rename' ? <Rename {...props} /> : <Delete {...props} />;
}

function Rename({ board, onClose }: Omit<Props, 'dialog'>) {
  const { t } = useTranslation();
  const change = useChangeBoard();
  const [name, setName] = useState(board.name);
  useUnsaved(name !== board.name && !change.isSuccess);
  return (
    <Dialog
      opened
      onClose={onClose}
      title={t('boards.rename')}
      closeButtonProps={{ 'aria-label': t('word.close') }}
    >
      <form
        onSubmit={(event) => {
          event.preventDefault();
          change.mutate({ ...board, name }, { onSuccess: onClose });
        }}
      >
        <Stack gap="md">
          <TextInput
            data-autofocus
            label={t('boards.name')}
            required
            maxLength={120}
            value={name}
            error={change.error?.message}
            onChange={(event) => setName(event.currentTarget.value)}
          />
          <Button type="submit" loading={change.isPending}>
            {t('boards.rename')}
          </Button>
        </Stack>
      </form>
    </Dialog>
  );
}

function Delete({ board, onClose }: Omit<Props, 'dialog'>) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const remove = useDeleteBoard();
  return (
    <Confirm
      opened
      title={t('boards.deleteTitle', { name: board.name })}
      text={t('boards.deleteText')}
      action={t('boards.deleteAction')}
      pending={remove.isPending}
      onClose={onClose}
      onConfirm={() =>
        remove.mutate(board.id, {
          onSuccess: () => void navigate({ to: '/boards' }),
          onError: (failure) => tell(t('boards.failed', { message: failure.message })),
        })
      }
    />
  );
}
