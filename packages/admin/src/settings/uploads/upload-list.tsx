/** Uploads that stand, the newest first, each with the button that takes it away. */
import { Alert, Button } from '@mantine/core';
import type { UseMutationResult } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Confirm } from '../../ui/confirm.tsx';
import { Section } from '../../ui/section.tsx';
import '../shared-links.css';

export interface ShownUpload {
  readonly id: number;
  /** When it was sent, for people. */
  readonly at: string;
  readonly title: ReactNode;
  readonly details: ReactNode;
}

interface Props {
  readonly title: string;
  readonly text: string;
  readonly uploads: readonly ShownUpload[];
  /** How many there are. */
  readonly total: number;
  /** Who looks may take uploads away. */
  readonly mayRemove: boolean;
  readonly removal: Pick<UseMutationResult<unknown, Error, number>, 'mutate' | 'isPending' | 'error'>;
  readonly removeTitle: string;
  readonly removeText: string;
}

export function UploadList({ title, text, uploads, total, mayRemove, removal, ...words }: Props) {
  const { t } = useTranslation();
  const [asked, setAsked] = useState<number | null>(null);
  const close = (): void => setAsked(null);
  return (
    <Section title={title} text={text}>
      {removal.error !== null && (
        <Alert color="red" variant="light" role="alert">
          {removal.error.message}
        </Alert>
      )}
      <ul className="gp-shares" aria-label={title}>
        {uploads.map((upload) => (
          <li key={upload.id}>
            <span className="gp-share-words">
              <span>{upload.title}</span>
              <span className="gp-dim gp-small">{upload.details}</span>
            </span>
            {mayRemove && (
              <Button
                size="xs"
                variant="default"
                onClick={() => setAsked(upload.id)}
                aria-label={t('uploads.removeOf', { at: upload.at })}
              >
                {t('uploads.remove')}
              </Button>
            )}
          </li>
        ))}
      </ul>
      {total > uploads.length && (
        <p className="gp-dim gp-small">{t('uploads.more', { count: total - uploads.length })}</p>
      )}
      <Confirm
        opened={asked !== null}
        title={words.removeTitle}
        text={words.removeText}
        action={t('uploads.remove')}
        pending={removal.isPending}
        onClose={close}
        onConfirm={() => asked !== null && removal.mutate(asked, { onSettled: close })}
      />
    </Section>
  );
}
