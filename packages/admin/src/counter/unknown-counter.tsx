/** The address names a counter that does not exist or is not theirs: said plainly, with the way home. */
import { IconMapOff } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useParams } from '@tanstack/react-router';
import { Empty } from '../ui/empty.tsx';
import { ButtonLink } from '../ui/links.tsx';

/** Longer than any number of a counter is not worth reading. */
const SHOWN = 24;

export function UnknownCounter() {
  const { t } = useTranslation();
  const { counterId = '' } = useParams({ strict: false });
  return (
    <div role="alert">
      <Empty
        icon={<IconMapOff />}
        title={t('failure.noCounter', { id: counterId.slice(0, SHOWN) })}
        text={t('failure.noCounterText')}
      >
        <ButtonLink to="/counters">{t('failure.home')}</ButtonLink>
      </Empty>
    </div>
  );
}
