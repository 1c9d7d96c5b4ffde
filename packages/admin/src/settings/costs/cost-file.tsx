/** Takes a file of costs, and says what was taken, or what is wrong in which line. */
import { MAX_COST_BYTES, type Counter, type CostUploading } from '@goalpost/contract/management';
import { Alert } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useUploadCosts } from '../../api/uploads/costs.ts';
import { useFormat } from '../../ui/format.ts';
import { Section } from '../../ui/section.tsx';
import { FileDrop } from '../uploads/file-drop.tsx';
import { sumsOf } from './sums.ts';

const SAMPLE = `Date,UTMSource,UTMMedium,UTMCampaign,Expenses,Currency,Clicks
2026-01-31,google,cpc,spring,1250.50,RUB,84`;

export function CostFile({ counter }: { readonly counter: Counter }) {
  const { t } = useTranslation();
  const upload = useUploadCosts(counter.id);
  return (
    <Section title={t('costs.upload')} text={t('costs.uploadText')}>
      <FileDrop sample={SAMPLE} mostBytes={MAX_COST_BYTES} upload={upload}>
        {upload.data !== undefined && <Taken upload={upload.data} />}
      </FileDrop>
    </Section>
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
