/** What other screens show of goals. */
export { AutoBadge, GoalIcon } from './goal-icon.tsx';
export { isChatGoal } from './chat-goal.ts';
