/** Far more visits than usual. */
import { watch, type Rule } from '../detect/watch.ts';
import { ofTraffic, type AlertKind } from './kind.ts';

const MORE: Rule = { direction: 'high', ratio: 2, least: 20, overRatio: 1.4, overHours: 2 };

export const trafficSpike: AlertKind = {
  id: 'traffic_spike',
  explainedBy: [],
  find: (history) => watch(ofTraffic(history, history.visits), MORE),
};
