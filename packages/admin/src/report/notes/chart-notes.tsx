/** The notes of a chart as a list below it, with what adds, changes and deletes one's own. */
import { may } from '@goalpost/contract/management/roles';
import type { Annotation } from '@goalpost/contract/notices';
import { ActionIcon, Button, Group, TextInput } from '@mantine/core';
import { IconPencil, IconPlus, IconTrash } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { counterQuery } from '../../api/counters.ts';
import { fieldMessages } from '../../api/failures.ts';
import { useRemoveNote, useSaveNote } from '../../api/notices/annotations.ts';
import { useEdited } from '../../ui/edits/leave-guard.tsx';
import { useFormat } from '../../ui/format.ts';
import { tell } from '../../ui/tell.ts';
import type { Report } from '../use-report.ts';
import { noteWords, useNotes } from './use-notes.ts';
import './notes.css';

/** So many stand open. */
const FEW = 2;

export function ChartNotes({ report }: { readonly report: Report }) {
  const { t } = useTranslation();
  const format = useFormat();
  const notes = useNotes(report);
  const counter = useQuery(counterQuery(report.counterId));
  const remove = useRemoveNote(report.counterId);
  const [all, setAll] = useState(false);
  const [edited, setEdited] = useState<'new' | Annotation | null>(null);
  const mayEdit = may(counter.data?.permission, 'edit');
  // Who may add one has the line in any case: the table must not move down when the notes come.
  if (notes === undefined && mayEdit) return <div className="gp-notes" />;
  if (notes === undefined || (notes.length === 0 && !mayEdit)) return null;
  // The table below is what the screen is for: older notes wait behind a button.
  const shown = all || notes.length <= FEW ? notes : notes.slice(-1);
  return (
    <section className="gp-notes" aria-label={t('notes.title')}>
      {notes.length > 0 && (
        <ul>
          {shown.map((note) => {
            const words = noteWords(note, t);
            return (
              <li key={note.id ?? `${note.day} ${note.kind} ${note.text}`}>
                <span className="gp-dim">{format.dayShort(note.day)}</span> <span>{words}</span>
                {note.author !== '' && <span className="gp-dim"> · {note.author}</span>}
                {mayEdit && note.id !== null && (
                  <>
                    <ActionIcon
                      variant="subtle"
                      color="gray"
                      size={24}
                      aria-label={t('notes.change', { text: words })}
                      onClick={() => setEdited(note)}
                    >
                      <IconPencil size={14} />
                    </ActionIcon>
                    <ActionIcon
                      variant="subtle"
                      color="gray"
                      size={24}
                      aria-label={t('notes.remove', { text: words })}
                      onClick={() =>
                        remove.mutate(note.id ?? '', {
                          onError: (error) => tell(t('failure.other', { message: error.message })),
                        })
                      }
                    >
                      <IconTrash size={14} />
                    </ActionIcon>
                  </>
                )}
              </li>
            );
          })}
        </ul>
      )}
      {shown.length < notes.length && (
        <Button size="compact-xs" variant="subtle" color="gray" onClick={() => setAll(true)}>
          {t('notes.all', { count: notes.length })}
        </Button>
      )}
      {edited !== null ? (
        <NoteForm
          key={edited === 'new' ? 'new' : edited.id}
          report={report}
          note={edited === 'new' ? null : edited}
          onClose={() => setEdited(null)}
        />
      ) : (
        mayEdit && (
          <Button
            size="compact-xs"
            variant="subtle"
            color="gray"
            leftSection={<IconPlus size={14} />}
            onClick={() => setEdited('new')}
          >
            {t('notes.add')}
          </Button>
        )
      )}
    </section>
  );
}

interface FormProps {
  readonly report: Report;
  /** Null: a new one. */
  readonly note: Annotation | null;
  readonly onClose: () => void;
}

function NoteForm({ report, note, onClose }: FormProps) {
  const { t } = useTranslation();
  const save = useSaveNote(report.counterId, note?.id ?? null);
  const [initial] = useState({
    day: note?.day ?? (report.today < report.days.to ? report.today : report.days.to),
    text: note?.text ?? '',
  });
  const [draft, setDraft] = useState(initial);
  const leave = useEdited(initial, draft);
  const faults = save.isError ? fieldMessages(save.error, 'annotation') : {};
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    save.mutate(draft, {
      onSuccess: () => {
        leave();
        onClose();
      },
    });
  };
  return (
    <form onSubmit={submit} noValidate aria-label={t('notes.form')} className="gp-note-form">
      <TextInput
        type="date"
        label={t('notes.day')}
        value={draft.day}
        error={faults['day']}
        onChange={(event) => setDraft({ ...draft, day: event.currentTarget.value })}
      />
      <TextInput
        label={t('notes.text')}
        maxLength={500}
        autoFocus
        value={draft.text}
        error={faults['text'] ?? faults['']}
        onChange={(event) => setDraft({ ...draft, text: event.currentTarget.value })}
      />
      <Group gap="xs">
        <Button type="submit" size="xs" loading={save.isPending}>
          {t('notes.keep')}
        </Button>
        <Button size="xs" variant="subtle" color="gray" onClick={onClose}>
          {t('word.cancel')}
        </Button>
      </Group>
    </form>
  );
}
