/** Uploads that stand, the newest first, each with the button that takes it away. */
import { Alert, Button } from '@mantine/core';
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
  /** Null: who looks may not. */
  readonly remove: {
    readonly title: string;
    readonly text: string;
    readonly isPending: boolean;
    readonly error: Error | null;
    run(id: number, settled: () => void): void;
  } | null;
}

export function UploadList({ title, text, uploads, total, remove }: Props) {
  const { t } = useTranslation();
  const [asked, setAsked] = useState<number | null>(null);
  const close = (): void => setAsked(null);
  return (
    <Section title={title} text={text}>
      {remove?.error && (
        <Alert color="red" variant="light" role="alert">
          {remove.error.message}
        </Alert>
      )}
      <ul className="gp-shares" aria-label={title}>
        {uploads.map((upload) => (
          <li key={upload.id}>
            <span className="gp-share-words">
              <span>{upload.title}</span>
              <span className="gp-dim gp-small">{upload.details}</span>
            </span>
            {remove !== null && (
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
      {remove !== null && (
        <Confirm
          opened={asked !== null}
          title={remove.title}
          text={remove.text}
          action={t('uploads.remove')}
          pending={remove.isPending}
          onClose={close}
          onConfirm={() => asked !== null && remove.run(asked, close)}
        />
      )}
    </Section>
  );
}
