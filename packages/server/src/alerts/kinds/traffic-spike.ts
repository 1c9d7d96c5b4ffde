/** Far more visits than usual. */
import { watch } from '../detect/watch.ts';
import { ofTraffic, type AlertKind } from './kind.ts';
import { FEWER, MORE } from './traffic-rules.ts';

export const trafficSpike: AlertKind = {
  id: 'traffic_spike',
  explainedBy: [],
  find(history) {
    const visits = ofTraffic(history, history.visits);
    return watch(visits, MORE, watch(visits, FEWER));
  },
};
