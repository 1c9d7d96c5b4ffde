/** Why rates could not be fetched, in the reader's language. */
import type { RateFault } from '@goalpost/contract/notices/rate-source';
import { useTranslation } from 'react-i18next';

export function useRateFault(): (fault: RateFault) => string {
  const { t } = useTranslation();
  return ({ code, detail }) => t(`rates.faults.${code}`) + (detail === '' ? '' : `: ${detail}`);
}
