/** Metrics and dimensions that the field does not have. */
import { CONVERSATION_METRIC_WORDS, CONVERSATION_WORDS } from './conversation-words.ts';
import { OWN_COST_METRIC_WORDS } from './cost-words.ts';
import { GOAL_REACH_METRIC_WORDS, GOAL_REACH_WORDS } from './goal-reach-words.ts';

export const OURS_ALONE: readonly string[] = [
  CONVERSATION_WORDS,
  CONVERSATION_METRIC_WORDS,
  GOAL_REACH_WORDS,
  GOAL_REACH_METRIC_WORDS,
  OWN_COST_METRIC_WORDS,
].flatMap((words) => Object.keys(words));
