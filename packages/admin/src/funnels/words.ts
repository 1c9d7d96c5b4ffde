/** A step in words, as charts, tables and lists name it. */
import type { Goal } from '@goalpost/contract/goals';
import { CHAT_BEGINNINGS } from '@goalpost/contract/reports/beginnings';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { goalsQuery } from '../api/goals.ts';
import type { DraftStep } from './search.ts';

export function useStepName(counterId: number): (step: DraftStep) => string {
  const { t } = useTranslation();
  const goals: readonly Goal[] = useQuery(goalsQuery(counterId)).data ?? [];
  return ({ type, value = '', match = 'is' }) => {
    if (type === 'goal') return goals.find(({ id }) => String(id) === value)?.name ?? t('paths.type.goal');
    if (type === 'chat') {
      const began = CHAT_BEGINNINGS.find((one) => one === value);
      return began === undefined ? t('paths.type.chat') : t(`paths.began.${began}`);
    }
    if (value === '') return t(`paths.any.${type}`);
    if (type === 'page' && match !== 'is') return t(`paths.page.${match}`, { value });
    return value;
  };
}
