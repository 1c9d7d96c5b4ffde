/** Choosing the goals whose numbers a report shows. */
import { Button } from '@mantine/core';
import { IconChevronDown, IconTarget } from '@tabler/icons-react';
import { Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import type { GoalPickerProps } from './bar/props.ts';
import { useOpening } from '../ui/menu/use-opening.ts';
import { lazyPart } from '../ui/loading/lazy-part.ts';

const GoalChoices = lazyPart(() => import('./bar/goal-list.tsx'), 'GoalChoices');

export function GoalPicker(props: GoalPickerProps) {
  const { t } = useTranslation();
  const opening = useOpening('dialog');
  const { chosen } = props;
  const name =
    chosen.length === 0 ? t('report.chooseGoals') : t('report.goalsChosen', { count: chosen.length });
  return (
    <>
      <Button
        variant="default"
        aria-label={`${t('report.goals')}: ${name}`}
        leftSection={<IconTarget size={16} stroke={1.6} />}
        rightSection={<IconChevronDown size={14} />}
        {...opening.button}
      >
        {name}
      </Button>
      <Suspense>{opening.wasOpened && <GoalChoices {...props} opening={opening} />}</Suspense>
    </>
  );
}
