/** Takes a file of conversions, calls, chats or orders, and says what became of its lines. */
import {
  CLIENT_ID_TYPES,
  MAX_CONVERSION_BYTES,
  UPLOAD_EXAMPLES,
  UPLOAD_TYPES,
  type ClientIdType,
  type ConversionUploading,
  type Counter,
  type UploadType,
} from '@goalpost/contract/management';
import { Alert, NativeSelect, SegmentedControl, Stack } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useUploadConversions } from '../../api/uploads/conversions.ts';
import { useFormat } from '../../ui/format.ts';
import { Section } from '../../ui/section.tsx';
import { FileDrop } from './file-drop.tsx';
import { useOutcome } from './outcome.ts';

export function ConversionFile({ counter }: { readonly counter: Counter }) {
  const { t } = useTranslation();
  const [type, setType] = useState<UploadType>('BASIC');
  const [idType, setIdType] = useState<ClientIdType>('CLIENT_ID');
  const upload = useUploadConversions(counter.id, { type, idType });
  return (
    <Section title={t('uploads.upload')} text={t('uploads.text')}>
      <Stack gap="md">
        <SegmentedControl
          aria-label={t('uploads.kind')}
          value={type}
          onChange={(chosen) => {
            upload.reset();
            setType(UPLOAD_TYPES.find((one) => one === chosen) ?? type);
          }}
          data={UPLOAD_TYPES.map((value) => ({ value, label: t(`uploads.${value}`) }))}
        />
        <div className="gp-dim">
          {t(`uploads.columns.${type}`)} {t('uploads.ids')}
        </div>
        <NativeSelect
          label={t('uploads.idType')}
          value={idType}
          onChange={({ currentTarget: { value } }) =>
            setIdType(CLIENT_ID_TYPES.find((one) => one === value) ?? idType)
          }
          data={CLIENT_ID_TYPES.map((value) => ({ value, label: t(`uploads.${value}`) }))}
        />
        <FileDrop sample={UPLOAD_EXAMPLES[type]} mostBytes={MAX_CONVERSION_BYTES} upload={upload}>
          {upload.data !== undefined && <Taken upload={upload.data} />}
        </FileDrop>
      </Stack>
    </Section>
  );
}

function Taken({ upload }: { readonly upload: ConversionUploading }) {
  const { t } = useTranslation();
  const outcome = useOutcome();
  const format = useFormat();
  const isWhole = upload.linked_quantity === upload.line_quantity && upload.goalless_quantity === 0;
  return (
    <Alert color={isWhole ? 'teal' : 'yellow'} variant="light" role="status" title={t('uploads.taken')}>
      <ul className="gp-file-faults">
        {outcome(upload).map((part) => (
          <li key={part}>{part}</li>
        ))}
        {upload.unmet_targets.map(({ target, lines }) => (
          <li key={`target ${target}`}>
            {t('uploads.unmet', { target })} ({format.number(lines)})
          </li>
        ))}
      </ul>
    </Alert>
  );
}
