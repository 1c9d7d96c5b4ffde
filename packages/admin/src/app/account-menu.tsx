/** The button of the account's menu. */
import { ActionIcon } from '@mantine/core';
import { IconUserCircle } from '@tabler/icons-react';
import { Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import { lazyPart } from '../ui/loading/lazy-part.ts';
import { useOpening } from '../ui/menu/use-opening.ts';

const AccountItems = lazyPart(() => import('./menus/account-items.tsx'), 'AccountItems');

export function AccountMenu() {
  const { t } = useTranslation();
  const opening = useOpening('menu');
  return (
    <>
      <ActionIcon variant="subtle" color="gray" size={36} aria-label={t('menu.open')} {...opening.button}>
        <IconUserCircle size={22} stroke={1.6} />
      </ActionIcon>
      <Suspense>{opening.wasOpened && <AccountItems opening={opening} />}</Suspense>
    </>
  );
}
