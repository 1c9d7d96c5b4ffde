/** Which goals come from the chat: they stand together in reports. */
import { CHAT_EVENT_PREFIX, type Goal } from '@goalpost/contract';

export function isChatGoal(goal: Pick<Goal, 'type' | 'conditions'>): boolean {
  return (
    goal.type === 'action' && goal.conditions.some((condition) => condition.url.startsWith(CHAT_EVENT_PREFIX))
  );
}
