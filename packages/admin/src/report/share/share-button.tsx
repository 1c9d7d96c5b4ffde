/** The button on a report that shares it by a link; its form is loaded when it is pressed. */
import { may } from '@goalpost/contract/management/roles';
import { Button } from '@mantine/core';
import { IconShare } from '@tabler/icons-react';
import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useCounter } from '../../counter/counter-scope.tsx';
import type { Report } from '../use-report.ts';
import { withWords } from '../../i18n/i18n.ts';

const ShareForm = lazy(
  withWords(['account', 'shares'], async () => ({ default: (await import('./share-form.tsx')).ShareForm })),
);

interface Props {
  readonly report: Report;
  /** Id in the catalogue. */
  readonly id: string;
  readonly title: string;
}

export function ShareButton({ report, id, title }: Props) {
  const { t } = useTranslation();
  const [open, setOpen] = useState(false);
  const { permission } = useCounter();
  if (!may(permission, 'edit')) return null;
  return (
    <>
      <Button
        variant="default"
        leftSection={<IconShare size={16} stroke={1.6} />}
        onClick={() => setOpen(true)}
      >
        {t('share.button')}
      </Button>
      <Suspense>
        {open && <ShareForm report={report} id={id} title={title} onClose={() => setOpen(false)} />}
      </Suspense>
    </>
  );
}
