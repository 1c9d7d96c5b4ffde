/** The form that puts something on a board: which board, a new one if need be, and the widget's title. */
import type { WidgetQuestion } from '@goalpost/contract/management';
import { Alert, Button, NativeSelect, Stack, Text, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { boardsQuery, useAddWidget, useMakeBoard } from '../../api/boards/boards.ts';
import { useUnsaved } from '../../ui/edits/leave-guard.tsx';
import { PageSkeleton } from '../../ui/page-skeleton.tsx';
import { tell } from '../../ui/tell.ts';
import { Dialog } from '../../ui/screen/dialog.tsx';

interface Props {
  readonly onClose: () => void;
  /** Proposed. */
  readonly title?: string;
  readonly questionOf: (title: string) => WidgetQuestion;
  /** Further fields, behind the board. */
  readonly children?: ReactNode;
  readonly edited?: boolean;
}

export function BoardForm(props: Props) {
  const { t } = useTranslation();
  const boards = useQuery(boardsQuery);
  const own = boards.data?.filter((board) => board.can_edit);
  return (
    <Dialog
      opened
      onClose={props.onClose}
      title={t('boards.addTitle')}
      closeButtonProps={{ 'aria-label': t('word.close') }}
    >
      {own === undefined ? (
        boards.isError ? (
          <Alert color="red" variant="light" role="alert">
            {t('boards.addFailed', { message: boards.error.message })}
          </Alert>
        ) : (
          <PageSkeleton />
        )
      ) : (
        <AddForm {...props} boards={own} />
      )}
    </Dialog>
  );
}

interface FormProps extends Props {
  readonly boards: readonly { readonly id: string; readonly name: string }[];
}

function AddForm({ boards, title: proposed = '', questionOf, children, edited = false, onClose }: FormProps) {
  const { t } = useTranslation();
  const make = useMakeBoard();
  const add = useAddWidget();
  const form = useForm({ initialValues: { board: boards.at(-1)?.id ?? '', name: '', title: proposed } });
  useUnsaved((form.isDirty() || edited) && !add.isSuccess);
  const submit = form.onSubmit(async ({ board, name, title }) => {
    // A failure is shown in the form.
    try {
      const boardId = board === '' ? (await make.mutateAsync(name)).id : board;
      form.setFieldValue('board', boardId);
      const added = await add.mutateAsync({ boardId, question: questionOf(title) });
      tell(t('boards.added', { name: added.name }));
      onClose();
    } catch {}
  });
  const error = make.error ?? add.error;
  return (
    <form onSubmit={submit}>
      <Stack gap="md">
        <Text className="gp-dim">{t('boards.addText')}</Text>
        <NativeSelect
          label={t('boards.board')}
          data={[
            ...boards.map(({ id, name }) => ({ value: id, label: name })),
            { value: '', label: t('boards.new') },
          ]}
          {...form.getInputProps('board')}
        />
        {form.values.board === '' && (
          <TextInput label={t('boards.name')} required maxLength={120} {...form.getInputProps('name')} />
        )}
        {children}
        <TextInput
          label={t('boards.widgetTitle')}
          description={t('boards.widgetTitleText')}
          maxLength={120}
          {...form.getInputProps('title')}
        />
        {error !== null && (
          <Alert color="red" variant="light" role="alert">
            {t('boards.addFailed', { message: error.message })}
          </Alert>
        )}
        <Button type="submit" loading={make.isPending || add.isPending}>
          {t('boards.addAction')}
        </Button>
      </Stack>
    </form>
  );
}
