/** The conversion rate left its band: far fewer or more of the visits reach a goal than usual. */
import { watch, type Rule } from '../detect/watch.ts';
import { ofGoals, type AlertKind } from './kind.ts';

const FEWER: Rule = { direction: 'low', ratio: 0.6, least: 5, longest: 24, overRatio: 0.75, overHours: 2 };
const MORE: Rule = { direction: 'high', ratio: 1.8, least: 10, longest: 24, overRatio: 1.35, overHours: 2 };

export const conversionRate: AlertKind = {
  id: 'conversion_rate',
  explainedBy: ['tag_silent', 'goal_stopped', 'traffic_spike'],
  find: (history, options) =>
    ofGoals(history, options).flatMap((goal) => [...watch(goal, FEWER), ...watch(goal, MORE)]),
};
