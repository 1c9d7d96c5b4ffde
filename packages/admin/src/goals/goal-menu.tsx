/** What else can be done with a goal. */
import type { Goal } from '@goalpost/contract/goals';
import type { Counter } from '@goalpost/contract/management';
import type { GoalCounting } from '@goalpost/contract/workbench';
import { ActionIcon, Menu } from '@mantine/core';
import { IconDots, IconHistory } from '@tabler/icons-react';
import { Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { withWords } from '../i18n/i18n.ts';
import { lazyPart } from '../ui/loading/lazy-part.ts';

const BackfillDialog = lazyPart(
  withWords(['workbench'], () => import('./workbench/backfill-dialog.tsx')),
  'BackfillDialog',
);

interface Props {
  readonly goal: Goal;
  readonly counter: Counter;
  readonly counting: GoalCounting | undefined;
}

export function GoalMenu({ goal, counter, counting }: Props) {
  const { t } = useTranslation();
  const [open, setOpen] = useState(false);
  return (
    <>
      <Menu position="bottom-end" width={220}>
        <Menu.Target>
          <ActionIcon variant="subtle" color="gray" aria-label={t('goals.moreLabel', { name: goal.name })}>
            <IconDots size={18} stroke={1.6} />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item leftSection={<IconHistory size={16} stroke={1.6} />} onClick={() => setOpen(true)}>
            {t('backfill.menu')}
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
      {open && (
        <Suspense>
          <BackfillDialog goal={goal} counter={counter} counting={counting} onClose={() => setOpen(false)} />
        </Suspense>
      )}
    </>
  );
}
