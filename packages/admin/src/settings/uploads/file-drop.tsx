/** Takes a file, dragged or chosen, sends its text, and says what is wrong in which line. */
import { Alert, Button, FileButton, Stack } from '@mantine/core';
import { useState, type DragEvent, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { ApiFailure } from '../../api/http.ts';
import './uploads.css';

interface Props {
  /** An example of such a file. */
  readonly sample: string;
  readonly mostBytes: number;
  readonly upload: {
    readonly isPending: boolean;
    readonly error: Error | null;
    readonly submittedAt: number;
    mutate(file: { readonly name: string; readonly text: string }): void;
    reset(): void;
  };
  /** What was taken. */
  readonly children: ReactNode;
}

export function FileDrop({ sample, mostBytes, upload, children }: Props) {
  const { t } = useTranslation();
  const [over, setOver] = useState(false);
  const [tooLarge, setTooLarge] = useState(false);
  const take = async (file: File | null | undefined): Promise<void> => {
    if (!file) return;
    upload.reset();
    setTooLarge(file.size > mostBytes);
    if (file.size <= mostBytes) upload.mutate({ name: file.name, text: await file.text() });
  };
  const drop = (event: DragEvent): void => {
    event.preventDefault();
    setOver(false);
    void take(event.dataTransfer.files[0]);
  };
  return (
    <Stack gap="md">
      <pre className="gp-file-sample" tabIndex={0} aria-label={t('uploads.sample')}>
        {sample}
      </pre>
      <div
        className="gp-file-drop"
        data-over={over || undefined}
        onDragOver={(event) => {
          event.preventDefault();
          setOver(true);
        }}
        onDragLeave={() => setOver(false)}
        onDrop={drop}
      >
        <span className="gp-dim">{t('uploads.drop')}</span>
        <FileButton
          onChange={(file) => void take(file)}
          accept=".csv,.tsv,.txt,text/csv"
          key={upload.submittedAt}
        >
          {(props) => (
            <Button {...props} loading={upload.isPending}>
              {t('uploads.choose')}
            </Button>
          )}
        </FileButton>
      </div>
      {tooLarge && (
        <Alert color="red" variant="light" role="alert">
          {t('uploads.tooLarge', { mb: mostBytes / 1024 / 1024 })}
        </Alert>
      )}
      {upload.error !== null && <Faults error={upload.error} />}
      {children}
    </Stack>
  );
}

function Faults({ error }: { readonly error: Error }) {
  const { t } = useTranslation();
  const items = error instanceof ApiFailure ? error.items : [];
  const messages = items.length === 0 ? [error.message] : items.map(({ message = '' }) => message);
  return (
    <Alert color="red" variant="light" role="alert" title={t('uploads.refused')}>
      <ul className="gp-file-faults">
        {messages.map((message, at) => (
          <li key={`${at} ${message}`}>{message}</li>
        ))}
      </ul>
    </Alert>
  );
}
