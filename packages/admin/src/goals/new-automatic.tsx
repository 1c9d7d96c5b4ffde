/** Says how many goals made themselves since the person last looked; their rows have what can be done about each. */
import type { Goal } from '@goalpost/contract/goals';
import { Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { storeName } from '../api/address/address.ts';

export interface NewAutomaticGoals {
  readonly count: number;
  isNew(goal: Goal): boolean;
  keepAll(): void;
}

const nameOf = (counterId: number): string => storeName(`goals-seen.${counterId}`);
const seenOf = (counterId: number): number => Number(localStorage.getItem(nameOf(counterId)) ?? 0);

/** Ids only grow, so the highest one seen tells old goals from new ones. */
export function useNewAutomatic(counterId: number, goals: readonly Goal[]): NewAutomaticGoals {
  // Only what was kept in this tab is state; another counter has its own mark.
  const [, setKept] = useState(0);
  const seen = seenOf(counterId);
  const isNew = ({ goal_source: source, id }: Goal): boolean => source === 'auto' && id > seen;
  return {
    count: goals.filter(isNew).length,
    isNew,
    keepAll() {
      const highest = Math.max(0, ...goals.map(({ id }) => id));
      localStorage.setItem(nameOf(counterId), String(highest));
      setKept(highest);
    },
  };
}

export function NewAutomatic({ made: { count, keepAll } }: { readonly made: NewAutomaticGoals }) {
  const { t } = useTranslation();
  if (count === 0) return null;
  return (
    <div className="gp-new-goals">
      <span role="status">{t('goals.newText', { count })}</span>
      <Button variant="default" size="xs" onClick={keepAll}>
        {t('goals.keep', { count })}
      </Button>
    </div>
  );
}
