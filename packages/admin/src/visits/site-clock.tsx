/** Says whose clock the times of visits are by, where it is not the reader's. */
import { useTranslation } from 'react-i18next';
import { useCounter } from '../counter/counter-scope.tsx';
import { isElsewhere } from '../ui/format.ts';

export function SiteClock() {
  const { t } = useTranslation();
  const { time_zone_name: zone } = useCounter();
  return isElsewhere(zone, Date.now()) ? t('visits.clock', { zone: zone.replaceAll('_', ' ') }) : null;
}
