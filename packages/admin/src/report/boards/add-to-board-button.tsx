/** The button on a report that puts it on a board; its form is loaded when it is pressed. */
import type { DimensionId } from '@goalpost/contract/reports/names';
import { Button } from '@mantine/core';
import { IconLayoutGridAdd } from '@tabler/icons-react';
import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Column } from '../parts/table.tsx';
import type { Report } from '../use-report.ts';

const AddToBoard = lazy(async () => ({ default: (await import('./add-to-board.tsx')).AddToBoard }));

export interface AddProps {
  readonly report: Report;
  readonly columns: readonly Column[];
  /** What the rows are by. */
  readonly dimension: DimensionId;
}

export function AddToBoardButton(props: AddProps) {
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
      <Suspense>{open && <AddToBoard {...props} onClose={() => setOpen(false)} />}</Suspense>
    </>
  );
}
