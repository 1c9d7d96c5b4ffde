/** The chat's settings of several counters at once, for lists that hold conversations of many. */
import type { ChatSettings } from '@goalpost/contract/chat';
import { useQueries } from '@tanstack/react-query';
import { chatSettingsQuery } from './settings.ts';

/** @returns undefined while it is not known */
export function useSettingsOf(
  counterIds: readonly number[],
): (counterId: number) => ChatSettings | undefined {
  const answers = useQueries({ queries: counterIds.map((id) => chatSettingsQuery(id)) });
  return (counterId) => answers[counterIds.indexOf(counterId)]?.data;
}
