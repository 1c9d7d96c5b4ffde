/** The costs of advertising: files go up here, and what they told can be seen and taken away. */
import { may } from '@goalpost/contract/management/roles';
import { IconFileUpload } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { costUploadsQuery } from '../../api/uploads/costs.ts';
import { useCounter } from '../../counter/counter-scope.tsx';
import { Empty } from '../../ui/empty.tsx';
import { Failure } from '../../ui/failure.tsx';
import { ButtonLink } from '../../ui/links.tsx';
import { PageHead } from '../../ui/page-head.tsx';
import { CostFile } from './cost-file.tsx';
import { CostUploads } from './cost-uploads.tsx';

export function CostsPage() {
  const { t } = useTranslation();
  const counter = useCounter();
  const uploads = useQuery(costUploadsQuery(counter.id));
  const mayEdit = may(counter.permission, 'edit');
  return (
    <div className="gp-narrow">
      <PageHead title={t('costs.title')}>
        <ButtonLink
          variant="default"
          to="/counter/$counterId/report/$report"
          params={{ counterId: String(counter.id), report: 'sources_expenses_and_roi' }}
        >
          {t('costs.toReport')}
        </ButtonLink>
      </PageHead>
      {mayEdit && <CostFile counter={counter} />}
      {uploads.error !== null && <Failure error={uploads.error} onRetry={() => void uploads.refetch()} />}
      {uploads.data?.total === 0 && (
        <Empty icon={<IconFileUpload />} title={t('costs.noneTitle')} text={t('costs.none')} />
      )}
      {uploads.data !== undefined && uploads.data.total > 0 && (
        <CostUploads counter={counter} list={uploads.data} mayEdit={mayEdit} />
      )}
    </div>
  );
}
