/** Saves the present filter as a segment, and renames or deletes those that there are. */
import { ActionIcon, Button, Checkbox, Group, TextInput } from '@mantine/core';
import type { Segment } from '@goalpost/contract/management';
import { FilterFault } from '@goalpost/contract/reports/filters';
import { IconTrash } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { fieldMessages } from '../../api/failures.ts';
import { segmentsQuery, useDeleteSegment, useSaveSegment } from './stored-segments.ts';
import { Confirm } from '../../ui/confirm.tsx';
import { readConditions } from '../filters/conditions.ts';
import { filterWords } from '../filters/filter-words.ts';
import { useWording } from '../filters/use-wording.ts';
import type { Report } from '../use-report.ts';
import './segments-dialog.css';
import { useWanted } from '../../ui/edits/use-wanted.ts';
import { Dialog } from '../../ui/screen/dialog.tsx';

interface Props {
  readonly report: Report;
  readonly onClose: () => void;
}

export function SegmentsDialog({ report, onClose }: Props) {
  const { t } = useTranslation();
  const { filters } = report.search;
  const segments = useQuery(segmentsQuery(report.counterId)).data ?? [];
  return (
    <Dialog
      opened
      onClose={onClose}
      size="lg"
      title={t('segment.many')}
      closeButtonProps={{ 'aria-label': t('word.close') }}
    >
      {filters !== undefined && <NewSegment report={report} filters={filters} onSaved={onClose} />}
      {segments.length === 0 && filters === undefined && <p className="gp-dim">{t('segment.empty')}</p>}
      <ul className="gp-segments">
        {segments.map((segment) => (
          <SegmentRow key={segment.segment_id} report={report} segment={segment} />
        ))}
      </ul>
    </Dialog>
  );
}

interface NewProps {
  readonly report: Report;
  readonly filters: string;
  readonly onSaved: () => void;
}

function NewSegment({ report, filters, onSaved }: NewProps) {
  const { t } = useTranslation();
  const [name, setName] = useState('');
  const [isPrivate, setPrivate] = useState(false);
  const save = useSaveSegment(report.counterId);
  return (
    <form
      className="gp-segment-new"
      onSubmit={(event) => {
        event.preventDefault();
        save.mutate(
          { segment: { name: name.trim(), expression: filters, private: isPrivate } },
          {
            onSuccess: ({ segment_id: id }) => {
              report.change({ segment: String(id), filters: undefined });
              onSaved();
            },
          },
        );
      }}
    >
      <TextInput
        data-autofocus
        label={t('segment.name')}
        description={<Words report={report} expression={filters} />}
        value={name}
        maxLength={255}
        error={faultOf(save.error)}
        onChange={(event) => setName(event.currentTarget.value)}
      />
      <Checkbox
        label={t('segment.private')}
        checked={isPrivate}
        onChange={(event) => setPrivate(event.currentTarget.checked)}
      />
      <Button type="submit" loading={save.isPending} disabled={name.trim() === ''}>
        {t('word.save')}
      </Button>
    </form>
  );
}

const faultOf = (error: unknown): string | null =>
  error ? Object.values(fieldMessages(error, 'segment')).join(' ') : null;

function SegmentRow({ report, segment }: { readonly report: Report; readonly segment: Segment }) {
  const { t } = useTranslation();
  const [name, setName] = useState(segment.name);
  const [asking, setAsking] = useState(false);
  const save = useSaveSegment(report.counterId);
  const remove = useDeleteSegment(report.counterId);
  const { wanted: mine, setWanted: setMine, settled } = useWanted<boolean | null>(null);
  const { segment_id: id, expression, private: isPrivate } = segment;
  const wanted = name.trim();
  return (
    <li>
      <form
        className="gp-segment-row"
        onSubmit={(event) => {
          event.preventDefault();
          save.mutate({ id, segment: { name: wanted, expression, private: isPrivate } });
        }}
      >
        <TextInput
          aria-label={t('segment.nameOf', { name: segment.name })}
          description={<Words report={report} expression={expression} />}
          inputWrapperOrder={['input', 'description', 'error']}
          value={name}
          maxLength={255}
          error={faultOf(save.error ?? remove.error)}
          onChange={(event) => setName(event.currentTarget.value)}
        />
        <Group gap="xs" wrap="nowrap">
          <Checkbox
            label={t('segment.onlyMine')}
            aria-label={t('segment.onlyMineOf', { name: segment.name })}
            checked={mine ?? isPrivate}
            disabled={save.isPending}
            onChange={(event) => {
              const isMine = event.currentTarget.checked;
              setMine(isMine);
              save.mutate(
                { id, segment: { name: segment.name, expression, private: isMine } },
                { onSettled: settled },
              );
            }}
          />
          {wanted !== '' && wanted !== segment.name && (
            <Button type="submit" loading={save.isPending}>
              {t('segment.rename')}
            </Button>
          )}
          <ActionIcon
            variant="subtle"
            color="gray"
            size={36}
            aria-label={t('segment.delete', { name: segment.name })}
            onClick={() => setAsking(true)}
          >
            <IconTrash size={18} stroke={1.6} />
          </ActionIcon>
        </Group>
      </form>
      <Confirm
        opened={asking}
        title={t('segment.delete', { name: segment.name })}
        text={t('segment.deleteText')}
        action={t('word.delete')}
        pending={remove.isPending}
        onClose={() => setAsking(false)}
        onConfirm={() =>
          remove.mutate(id, {
            onSettled: () => setAsking(false),
            onSuccess: () => {
              if (report.search.segment === String(id)) report.change({ segment: undefined });
            },
          })
        }
      />
    </li>
  );
}

/** The conditions of a segment, for people. */
function Words({ report, expression }: { readonly report: Report; readonly expression: string }) {
  const { t } = useTranslation();
  const read = readConditions(expression);
  const list = read instanceof FilterFault ? [] : read;
  const wording = useWording(report, list);
  if (read instanceof FilterFault) return expression;
  return list.map((filter) => filterWords(filter, wording, true)).join(` ${t('filter.and')} `);
}
