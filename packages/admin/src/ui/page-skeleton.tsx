/** Grey shapes that hold a page's place while it loads. */
import { Skeleton } from '@mantine/core';
import { useTranslation } from 'react-i18next';

export function PageSkeleton() {
  const { t } = useTranslation();
  return (
    <div role="status" aria-label={t('word.loading')}>
      <Skeleton height={32} width={200} mb={16} />
      <Skeleton height={280} mb={16} radius={10} />
      <Skeleton height={240} radius={10} />
    </div>
  );
}
