/** Says that rates of currencies could not be fetched: revenue converts by older ones. */
import type { Counter } from '@goalpost/contract/management';
import { may } from '@goalpost/contract/management/roles';
import { Alert } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { rateSourceQuery } from '../api/rates/rate-source.ts';
import { useRateFault } from '../counter/rate-fault.ts';
import { useFormat } from '../ui/format.ts';

export function RateTrouble({ counter }: { readonly counter: Counter }) {
  const { t } = useTranslation();
  const format = useFormat();
  const faultText = useRateFault();
  const { data } = useQuery({ ...rateSourceQuery(counter.id), enabled: may(counter.permission, 'edit') });
  if (data?.fault == null) return null;
  return (
    <Alert color="orange" variant="light" mb="md" role="status" title={t('rates.source.title')}>
      {t('rates.source.failed', { why: faultText(data.fault), next: format.moment(data.next_at) })}
    </Alert>
  );
}
