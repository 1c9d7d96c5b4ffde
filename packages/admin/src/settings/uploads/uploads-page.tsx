/** What happened outside of the site: files go up here, and what they told can be seen and taken away. */
import { may } from '@goalpost/contract/management/roles';
import { IconFileUpload } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { conversionUploadsQuery } from '../../api/uploads/conversions.ts';
import { useCounter } from '../../counter/counter-scope.tsx';
import { Empty } from '../../ui/empty.tsx';
import { Failure } from '../../ui/failure.tsx';
import { ButtonLink } from '../../ui/links.tsx';
import { PageHead } from '../../ui/page-head.tsx';
import { ConversionFile } from './conversion-file.tsx';
import { ConversionUploads } from './conversion-uploads.tsx';

export function UploadsPage() {
  const { t } = useTranslation();
  const counter = useCounter();
  const uploads = useQuery(conversionUploadsQuery(counter.id));
  const mayEdit = may(counter.permission, 'edit');
  return (
    <div className="gp-narrow">
      <PageHead title={t('uploads.title')}>
        <ButtonLink
          variant="default"
          to="/counter/$counterId/goals"
          params={{ counterId: String(counter.id) }}
        >
          {t('uploads.toGoals')}
        </ButtonLink>
      </PageHead>
      {mayEdit && <ConversionFile counter={counter} />}
      {uploads.error !== null && <Failure error={uploads.error} onRetry={() => void uploads.refetch()} />}
      {uploads.data?.total === 0 && (
        <Empty icon={<IconFileUpload />} title={t('uploads.noneTitle')} text={t('uploads.none')} />
      )}
      {uploads.data !== undefined && uploads.data.total > 0 && (
        <ConversionUploads counter={counter} list={uploads.data} mayEdit={mayEdit} />
      )}
    </div>
  );
}
