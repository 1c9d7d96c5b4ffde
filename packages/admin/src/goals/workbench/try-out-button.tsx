/** Opens the test mode, whose code comes with the first click. */
import { Button } from '@mantine/core';
import { IconTestPipe } from '@tabler/icons-react';
import { Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { withWords } from '../../i18n/i18n.ts';
import { lazyPart } from '../../ui/loading/lazy-part.ts';
import { Dialog } from '../../ui/screen/dialog.tsx';

const TryOut = lazyPart(
  withWords(['workbench', 'goalTypes'], () => import('./try-out.tsx')),
  'TryOut',
);

export function TryOutButton({ counterId }: { readonly counterId: number }) {
  const { t } = useTranslation();
  const [opened, setOpened] = useState(false);
  return (
    <>
      <Button
        variant="default"
        leftSection={<IconTestPipe size={16} stroke={1.6} />}
        onClick={() => setOpened(true)}
      >
        {t('tryOut.button')}
      </Button>
      <Dialog
        opened={opened}
        size="xl"
        title={t('tryOut.title')}
        closeButtonProps={{ 'aria-label': t('word.close') }}
        // The page has a header of its own, and one banner.
        attributes={{ header: { role: 'presentation' } }}
        onClose={() => setOpened(false)}
      >
        <Suspense>
          <TryOut counterId={counterId} />
        </Suspense>
      </Dialog>
    </>
  );
}
