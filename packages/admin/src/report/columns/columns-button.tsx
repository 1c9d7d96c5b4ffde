/** Which numbers a table shows, and in which order. */
import { Button } from '@mantine/core';
import { IconColumns3 } from '@tabler/icons-react';
import { Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import { useOpening } from '../../ui/menu/use-opening.ts';
import type { Columns } from './use-columns.ts';
import { lazyPart } from '../../ui/loading/lazy-part.ts';

const ColumnList = lazyPart(() => import('./column-list.tsx'), 'ColumnList');

export function ColumnsButton({ columns }: { readonly columns: Columns }) {
  const { t } = useTranslation();
  const opening = useOpening('dialog');
  return (
    <>
      <Button
        variant="default"
        className="gp-bar-quiet"
        leftSection={<IconColumns3 size={16} stroke={1.6} />}
        {...opening.button}
      >
        {t('columns.title')}
      </Button>
      <Suspense>{opening.wasOpened && <ColumnList opening={opening} columns={columns} />}</Suspense>
    </>
  );
}
