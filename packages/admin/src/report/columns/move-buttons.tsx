/** Moves one of a list up or down: buttons that stand in its row. */
import { ActionIcon } from '@mantine/core';
import { IconArrowDown, IconArrowUp } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';

interface Props<Id> {
  readonly list: readonly Id[];
  readonly id: Id;
  /** What the moved one is called. */
  readonly name: string;
  onMove(moved: readonly Id[]): void;
}

export function MoveButtons<Id>({ list, id, name, onMove }: Props<Id>) {
  const { t } = useTranslation();
  const from = list.indexOf(id);
  const move = (by: -1 | 1): void => onMove(list.toSpliced(from, 1).toSpliced(from + by, 0, id));
  return (
    <>
      <ActionIcon
        variant="subtle"
        color="gray"
        aria-label={t('columns.up', { name })}
        disabled={from === 0}
        onClick={() => move(-1)}
      >
        <IconArrowUp size={16} />
      </ActionIcon>
      <ActionIcon
        variant="subtle"
        color="gray"
        aria-label={t('columns.down', { name })}
        disabled={from === list.length - 1}
        onClick={() => move(1)}
      >
        <IconArrowDown size={16} />
      </ActionIcon>
    </>
  );
}
