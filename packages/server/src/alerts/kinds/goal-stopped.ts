/** A goal stopped: no visit reaches it, though as many came as usually bring some. */
import { watch, type Rule } from '../detect/watch.ts';
import { ofGoals, type AlertKind } from './kind.ts';

const NOTHING: Rule = { direction: 'low', ratio: 0, least: 1, longest: 144, overRatio: 0.3, overHours: 1 };

export const goalStopped: AlertKind = {
  id: 'goal_stopped',
  explainedBy: ['tag_silent'],
  find: (history, options) => ofGoals(history, options).flatMap((goal) => watch(goal, NOTHING)),
};
