/** Takes a file of costs, dragged or chosen, and says what was taken, or what is wrong in which line. */
import { MAX_COST_BYTES, type Counter, type CostUploading } from '@goalpost/contract/management';
import { Alert, Button, FileButton, Stack } from '@mantine/core';
import { useState, type DragEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { useUploadCosts } from '../../api/costs/costs.ts';
import { ApiFailure } from '../../api/http.ts';
import { useFormat } from '../../ui/format.ts';
import { Section } from '../../ui/section.tsx';
import { sumsOf } from './sums.ts';
import './costs.css';

const SAMPLE = `Date,UTMSource,UTMMedium,UTMCampaign,Expenses,Currency,Clicks
2026-01-31,google,cpc,spring,1250.50,RUB,84`;

export function CostFile({ counter }: { readonly counter: Counter }) {
  const { t } = useTranslation();
  const upload = useUploadCosts(counter.id);
  const [over, setOver] = useState(false);
  const [tooLarge, setTooLarge] = useState(false);
  const take = async (file: File | null | undefined): Promise<void> => {
    if (!file) return;
    upload.reset();
    setTooLarge(file.size > MAX_COST_BYTES);
    if (file.size <= MAX_COST_BYTES) upload.mutate({ name: file.name, text: await file.text() });
  };
  const drop = (event: DragEvent): void => {
    event.preventDefault();
    setOver(false);
    void take(event.dataTransfer.files[0]);
  };
  return (
    <Section title={t('costs.upload')} text={t('costs.uploadText')}>
      <Stack gap="md">
        <pre className="gp-costs-sample" tabIndex={0} aria-label={t('costs.sample')}>
          {SAMPLE}
        </pre>
        <div
          className="gp-costs-drop"
          data-over={over || undefined}
          onDragOver={(event) => {
            event.preventDefault();
            setOver(true);
          }}
          onDragLeave={() => setOver(false)}
          onDrop={drop}
        >
          <span className="gp-dim">{t('costs.drop')}</span>
          <FileButton
            onChange={(file) => void take(file)}
            accept=".csv,.tsv,.txt,text/csv"
            key={upload.submittedAt}
          >
            {(props) => (
              <Button {...props} loading={upload.isPending}>
                {t('costs.choose')}
              </Button>
            )}
          </FileButton>
        </div>
        {tooLarge && (
          <Alert color="red" variant="light" role="alert">
            {t('costs.tooLarge', { mb: MAX_COST_BYTES / 1024 / 1024 })}
          </Alert>
        )}
        {upload.error !== null && <Faults error={upload.error} />}
        {upload.data !== undefined && <Taken upload={upload.data} />}
      </Stack>
    </Section>
  );
}

function Faults({ error }: { readonly error: Error }) {
  const { t } = useTranslation();
  const items = error instanceof ApiFailure ? error.items : [];
  const messages = items.length === 0 ? [error.message] : items.map(({ message = '' }) => message);
  return (
    <Alert color="red" variant="light" role="alert" title={t('costs.refused')}>
      <ul className="gp-costs-faults">
        {messages.map((message, at) => (
          <li key={`${at} ${message}`}>{message}</li>
        ))}
      </ul>
    </Alert>
  );
}

function Taken({ upload }: { readonly upload: CostUploading }) {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <Alert color="teal" variant="light" role="status" title={t('costs.taken')}>
      {t('costs.takenText', {
        lines: format.number(upload.source_quantity),
        days: format.range(upload.first_day, upload.last_day),
        sums: format.sums(sumsOf(upload)),
        clicks: format.number(upload.clicks),
      })}
    </Alert>
  );
}
