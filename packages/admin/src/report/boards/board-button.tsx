/** The button that opens a form for putting something on a board. */
import { Button } from '@mantine/core';
import { IconLayoutGridAdd } from '@tabler/icons-react';
import { type ReactNode, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';

/** @param props.form made when the button is pressed; it may be loaded only then */
export function BoardButton({ form }: { readonly form: (onClose: () => void) => ReactNode }) {
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
      <Suspense>{open && form(() => setOpen(false))}</Suspense>
    </>
  );
}
