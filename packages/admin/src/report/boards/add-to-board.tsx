/** The form that puts a report on a board: which board, what to show, and of which metric. */
import type { WidgetKind } from '@goalpost/contract/management';
import { Alert, Button, Modal, NativeSelect, Stack, Text, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { boardsQuery, useAddWidget, useMakeBoard } from '../../api/boards/boards.ts';
import { plainCredit } from '../state/sharing.ts';
import { spelled } from '../dimensions.ts';
import { useUnsaved } from '../../ui/edits/leave-guard.tsx';
import { PageSkeleton } from '../../ui/page-skeleton.tsx';
import { tell } from '../../ui/tell.ts';
import type { AddProps } from './add-to-board-button.tsx';

interface Props extends AddProps {
  readonly onClose: () => void;
}

export function AddToBoard(props: Props) {
  const { t } = useTranslation();
  const boards = useQuery(boardsQuery);
  const own = boards.data?.filter((board) => board.can_edit);
  return (
    <Modal
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
    </Modal>
  );
}

interface FormProps extends Props {
  readonly boards: readonly { readonly id: string; readonly name: string }[];
}

function AddForm({ report, columns, dimension, boards, onClose }: FormProps) {
  const { t } = useTranslation();
  const overTime = dimension === 'datePeriod<group>';
  const make = useMakeBoard();
  const add = useAddWidget();
  const kinds: readonly WidgetKind[] = overTime ? ['chart', 'number'] : ['table', 'number', 'chart'];
  const form = useForm({
    initialValues: {
      board: boards.at(-1)?.id ?? '',
      name: '',
      kind: kinds[0] ?? 'number',
      metric: columns[0]?.metric ?? 'ym:s:visits',
      title: '',
    },
  });
  useUnsaved(form.isDirty() && !add.isSuccess);
  const { within } = report;
  const submit = form.onSubmit(async ({ board, name, kind, metric, title }) => {
    // A failure is shown in the form.
    try {
      const boardId = board === '' ? (await make.mutateAsync(name)).id : board;
      form.setFieldValue('board', boardId);
      const question = {
        counter_id: report.counterId,
        kind,
        title,
        metric,
        dimension: kind === 'table' ? spelled(dimension, report.scope) : null,
        filters: within.filters ?? '',
        segment: within.segment ?? '',
        attribution: plainCredit(within.attribution),
        period: '',
      };
      const added = await add.mutateAsync({ boardId, question });
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
        <NativeSelect
          label={t('boards.kind')}
          data={kinds.map((kind) => ({ value: kind, label: t(`boards.kinds.${kind}`) }))}
          {...form.getInputProps('kind')}
        />
        <NativeSelect
          label={t('boards.metric')}
          data={columns.map(({ metric, label, over }) => ({
            value: metric,
            label: over === undefined ? t(label) : `${over}: ${t(label)}`,
          }))}
          {...form.getInputProps('metric')}
        />
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
