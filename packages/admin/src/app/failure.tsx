/** What stands in a screen's place when it broke, or when there is none at the address. */
import { IconMapOff } from '@tabler/icons-react';
import { useRouter, type ErrorComponentProps } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { Empty } from '../ui/empty.tsx';
import { Failure } from '../ui/failure.tsx';
import { ButtonLink } from '../ui/links.tsx';

export function RouteFailure({ error, reset }: ErrorComponentProps) {
  const router = useRouter();
  const again = (): void => {
    reset();
    void router.invalidate();
  };
  return (
    <main className="gp-alone">
      <Failure error={error} onRetry={again} />
    </main>
  );
}

export function NotFound() {
  const { t } = useTranslation();
  return (
    <main className="gp-alone">
      <Empty icon={<IconMapOff />} title={t('failure.notFound')} text={t('failure.notFoundText')}>
        <ButtonLink to="/counters">{t('failure.home')}</ButtonLink>
      </Empty>
    </main>
  );
}
