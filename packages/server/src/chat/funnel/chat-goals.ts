/** Which goals of a counter are the four that a conversation reaches. */
import { CHAT_ENTRIES, sameCondition, type GoalDefinition } from '../../goals/index.ts';

/** One for each event; where the owner has several with the same condition, the first. */
export function chatGoals(goals: readonly GoalDefinition[]): number[] {
  return CHAT_ENTRIES.flatMap((entry) => {
    const same = goals.filter((goal) => sameCondition(goal, entry)).map(({ id }) => id);
    return same.length === 0 ? [] : [Math.min(...same)];
  });
}
