/** How the last fetch of rates went, and the newest rates. */
import type { RateSource } from '@goalpost/contract/notices/rate-source';
import { Alert } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../ui/format.ts';
import { useRateFault } from '../../counter/rate-fault.ts';

export function RateSourceState({ source }: { readonly source: RateSource }) {
  const { t } = useTranslation();
  const format = useFormat();
  const faultText = useRateFault();
  const { fault, fetched_at: fetchedAt, next_at: nextAt, latest, into } = source;
  const days = new Set(latest.map(({ day }) => day));
  const rates = latest.map(({ currency, day, rate }) =>
    days.size > 1 ? `${currency} ${shown(rate)} (${format.day(day)})` : `${currency} ${shown(rate)}`,
  );
  const [day] = days;
  return (
    <>
      {fault !== null && (
        <Alert color="orange" variant="light" role="status">
          {t('rates.source.failed', { why: faultText(fault), next: format.moment(nextAt) })}
        </Alert>
      )}
      {fetchedAt !== null && day !== undefined && (
        <p className="gp-dim">
          {t('rates.source.fetched', { at: format.moment(fetchedAt), into, rates: rates.join(', ') })}
          {days.size === 1 && ` (${format.day(day)})`}
        </p>
      )}
    </>
  );
}

/** A quotient has more digits than a reader needs. */
const shown = (rate: number): string => String(Number(rate.toPrecision(6)));
