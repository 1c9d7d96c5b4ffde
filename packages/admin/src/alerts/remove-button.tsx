/** The bin of a row: it asks first, and says why where the row could not be removed. */
import { ActionIcon } from '@mantine/core';
import { IconTrash } from '@tabler/icons-react';
import type { UseMutationResult } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Confirm } from '../ui/confirm.tsx';
import { tell } from '../ui/tell.ts';

interface Props {
  readonly id: string;
  readonly label: string;
  /** Of the question. */
  readonly title: string;
  readonly text: string;
  readonly remove: UseMutationResult<unknown, Error, string>;
}

export function RemoveButton({ id, label, title, text, remove }: Props) {
  const { t } = useTranslation();
  const [asking, setAsking] = useState(false);
  return (
    <>
      <ActionIcon variant="subtle" color="gray" size={36} aria-label={label} onClick={() => setAsking(true)}>
        <IconTrash size={18} stroke={1.6} />
      </ActionIcon>
      <Confirm
        opened={asking}
        title={title}
        text={text}
        action={t('word.delete')}
        pending={remove.isPending}
        onClose={() => setAsking(false)}
        onConfirm={() =>
          remove.mutate(id, {
            onSettled: () => setAsking(false),
            onError: (error) => tell(t('failure.other', { message: error.message })),
          })
        }
      />
    </>
  );
}
