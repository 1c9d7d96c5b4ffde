/** Far fewer visits than usual. */
import { watch, type Rule } from '../detect/watch.ts';
import { ofTraffic, type AlertKind } from './kind.ts';

const FEWER: Rule = { direction: 'low', ratio: 0.5, least: 10, overRatio: 0.7, overHours: 2 };

export const trafficDrop: AlertKind = {
  id: 'traffic_drop',
  explainedBy: ['tag_silent'],
  find: (history) => watch(ofTraffic(history, history.visits), FEWER),
};
