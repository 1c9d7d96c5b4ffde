/** Which goals come from the chat: they stand together in reports. */
import type { Goal } from '@goalpost/contract';

const CHAT_EVENT = /^Jivo_/;

export function isChatGoal(goal: Pick<Goal, 'type' | 'conditions'>): boolean {
  return goal.type === 'action' && goal.conditions.some((condition) => CHAT_EVENT.test(condition.url));
}
