/** Uploads of conversions, calls, chats and orders that stand. */
import type { ConversionUploading, Counter } from '@goalpost/contract/management';
import { useTranslation } from 'react-i18next';
import { useDeleteConversions } from '../../api/uploads/conversions.ts';
import { useFormat } from '../../ui/format.ts';
import { useOutcome } from './outcome.ts';
import { UploadList } from './upload-list.tsx';

interface Props {
  readonly counter: Counter;
  readonly list: { readonly uploadings: readonly ConversionUploading[]; readonly total: number };
  readonly mayEdit: boolean;
}

export function ConversionUploads({ counter, list, mayEdit }: Props) {
  const { t } = useTranslation();
  const format = useFormat();
  const outcome = useOutcome();
  const removal = useDeleteConversions(counter.id);
  const shown = list.uploadings.map((upload) => {
    const at = format.moment(upload.create_time);
    const became = upload.status === 'UPLOADED' ? [t('uploads.unfinished')] : outcome(upload);
    return {
      id: upload.id,
      at,
      title: [`${t(`uploads.${upload.type}`)}, ${at}`, upload.comment].filter(Boolean).join(' · '),
      details: became.join(' · '),
    };
  });
  return (
    <UploadList
      title={t('uploads.list')}
      text={t('uploads.listText')}
      uploads={shown}
      total={list.total}
      mayRemove={mayEdit}
      removal={removal}
      removeTitle={t('uploads.removeTitle')}
      removeText={t('uploads.removeText')}
    />
  );
}
