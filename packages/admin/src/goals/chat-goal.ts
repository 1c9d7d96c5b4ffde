/** Which goals come from the chat: they stand together in reports. */
import { CHAT_EVENT_PREFIX } from '@goalpost/contract/chat';
import type { Goal } from '@goalpost/contract/goals';

export function isChatGoal(goal: Pick<Goal, 'type' | 'conditions'>): boolean {
  return (
    goal.type === 'action' && goal.conditions.some((condition) => condition.url.startsWith(CHAT_EVENT_PREFIX))
  );
}
