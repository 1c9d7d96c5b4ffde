/** Uploads of costs that stand. */
import type { Counter, CostUploading } from '@goalpost/contract/management';
import { useTranslation } from 'react-i18next';
import { useDeleteCosts } from '../../api/uploads/costs.ts';
import { useFormat } from '../../ui/format.ts';
import { UploadList } from '../uploads/upload-list.tsx';
import { sumsOf } from './sums.ts';

interface Props {
  readonly counter: Counter;
  readonly list: { readonly uploadings: readonly CostUploading[]; readonly total: number };
  readonly mayEdit: boolean;
}

export function CostUploads({ counter, list, mayEdit }: Props) {
  const { t } = useTranslation();
  const format = useFormat();
  const removal = useDeleteCosts(counter.id);
  const shown = list.uploadings.map((upload) => {
    const at = format.moment(upload.create_time);
    const details = [
      t('costs.row', { at, lines: format.number(upload.source_quantity) }),
      upload.comment,
      upload.status === 'UPLOADED' ? t('uploads.unfinished') : '',
    ];
    return {
      id: upload.id,
      at,
      title: `${format.range(upload.first_day, upload.last_day)}: ${format.sums(sumsOf(upload))}`,
      details: details.filter((part) => part !== '').join(' · '),
    };
  });
  return (
    <UploadList
      title={t('costs.uploads')}
      text={t('costs.uploadsText')}
      uploads={shown}
      total={list.total}
      mayRemove={mayEdit}
      removal={removal}
      removeTitle={t('costs.removeTitle')}
      removeText={t('costs.removeText')}
    />
  );
}
