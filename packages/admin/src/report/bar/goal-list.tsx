/** The goals that a report can have columns of. */
import { Checkbox, ScrollArea } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { AnchoredPopover } from '../../ui/menu/anchored.tsx';
import type { Opening } from '../../ui/menu/use-opening.ts';
import type { GoalPickerProps } from './props.ts';

interface Props extends GoalPickerProps {
  readonly opening: Opening;
}

export function GoalChoices({ opening, goals, chosen, max, onChange }: Props) {
  const { t } = useTranslation();
  const full = chosen.length >= max;
  const toggle = (id: number): void =>
    onChange(chosen.includes(id) ? chosen.filter((other) => other !== id) : [...chosen, id]);
  return (
    <AnchoredPopover opening={opening} label={t('report.chooseGoals')} position="bottom-start" width={320}>
      {goals.length === 0 && <p className="gp-dim">{t('report.noGoals')}</p>}
      <ScrollArea.Autosize mah={320} type="auto">
        {goals.map((goal) => (
          <Checkbox
            key={goal.id}
            p={6}
            label={goal.name}
            checked={chosen.includes(goal.id)}
            disabled={full && !chosen.includes(goal.id)}
            onChange={() => toggle(goal.id)}
          />
        ))}
      </ScrollArea.Autosize>
    </AnchoredPopover>
  );
}
