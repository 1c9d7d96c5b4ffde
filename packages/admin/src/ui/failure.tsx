/** Says in words why something did not load, with the button that tries again. */
import { Button } from '@mantine/core';
import { IconCloudOff } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { failureKind, type FailureKind } from '../api/failures.ts';
import { Empty } from './empty.tsx';

interface Props {
  readonly error?: unknown;
  readonly kind?: FailureKind;
  readonly onRetry?: () => void;
}

export function Failure({ error, kind = failureKind(error), onRetry }: Props) {
  const { t } = useTranslation();
  const message = error instanceof Error ? error.message : '';
  const text = kind === 'other' ? t('failure.other', { message }) : t(`failure.${kind}`);
  return (
    <div role="alert">
      <Empty icon={<IconCloudOff />} title={t('failure.title')} text={text}>
        {onRetry && (
          <Button variant="default" onClick={onRetry}>
            {t('word.retry')}
          </Button>
        )}
      </Empty>
    </div>
  );
}
