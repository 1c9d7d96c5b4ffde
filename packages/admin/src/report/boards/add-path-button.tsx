/** The button that puts a funnel, retention or journeys on a board; its form is loaded when pressed. */
import type { PathAddress, PathKind } from '@goalpost/contract/management';
import { Button } from '@mantine/core';
import { IconLayoutGridAdd } from '@tabler/icons-react';
import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';

const AddPath = lazy(async () => ({ default: (await import('./add-path.tsx')).AddPath }));

export interface AddPathProps {
  readonly counterId: number;
  readonly kind: PathKind;
  readonly address: PathAddress;
  /** That it is saved by; empty: none. */
  readonly name: string;
}

export function AddPathButton(props: AddPathProps) {
  const { t } = useTranslation();
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button
        variant="default"
        leftSection={<IconLayoutGridAdd size={16} stroke={1.6} />}
        onClick={() => setOpen(true)}
      >
        {t('boards.add')}
      </Button>
      <Suspense>{open && <AddPath {...props} onClose={() => setOpen(false)} />}</Suspense>
    </>
  );
}
