/** What other screens show of goals. */
export { ConditionWords } from './condition-words.tsx';
export { AutoBadge, GoalIcon } from './goal-icon.tsx';
export { isChatGoal } from './chat-goal.ts';
