/** The table as a file: what is on the screen, or with all levels of its tree. */
import { Button } from '@mantine/core';
import { IconChevronDown, IconDownload } from '@tabler/icons-react';
import { Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import type { ExportProps } from './bar/props.ts';
import { useOpening } from '../ui/menu/use-opening.ts';
import { lazyPart } from '../ui/loading/lazy-part.ts';

const ExportItems = lazyPart(() => import('./bar/export-items.tsx'), 'ExportItems');

export function ExportMenu(props: ExportProps) {
  const { t } = useTranslation();
  const opening = useOpening('menu');
  return (
    <>
      <Button
        variant="default"
        className="gp-bar-quiet"
        leftSection={<IconDownload size={16} stroke={1.6} />}
        rightSection={<IconChevronDown size={14} />}
        {...opening.button}
      >
        {t('export.title')}
      </Button>
      <Suspense>{opening.wasOpened && <ExportItems {...props} opening={opening} />}</Suspense>
    </>
  );
}
