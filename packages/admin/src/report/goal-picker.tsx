/** Choosing the goals whose numbers a report shows. */
import { Button, Checkbox, Popover, ScrollArea } from '@mantine/core';
import { IconChevronDown, IconTarget } from '@tabler/icons-react';
import type { Goal } from '@goalpost/contract/goals';
import { useTranslation } from 'react-i18next';

interface Props {
  readonly goals: readonly Goal[];
  readonly chosen: readonly number[];
  readonly max: number;
  readonly onChange: (chosen: number[]) => void;
}

export function GoalPicker({ goals, chosen, max, onChange }: Props) {
  const { t } = useTranslation();
  const full = chosen.length >= max;
  const name =
    chosen.length === 0 ? t('report.chooseGoals') : t('report.goalsChosen', { count: chosen.length });
  const toggle = (id: number): void =>
    onChange(chosen.includes(id) ? chosen.filter((other) => other !== id) : [...chosen, id]);
  return (
    <Popover position="bottom-start" width={320} shadow="md" trapFocus>
      <Popover.Target>
        <Button
          variant="default"
          aria-label={`${t('report.goals')}: ${name}`}
          leftSection={<IconTarget size={16} stroke={1.6} />}
          rightSection={<IconChevronDown size={14} />}
        >
          {name}
        </Button>
      </Popover.Target>
      <Popover.Dropdown p="xs" aria-label={t('report.chooseGoals')}>
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
      </Popover.Dropdown>
    </Popover>
  );
}
