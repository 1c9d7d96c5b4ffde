/** Far fewer visits than usual. */
import { watch } from '../detect/watch.ts';
import { ofTraffic, type AlertKind } from './kind.ts';
import { FEWER, MORE } from './traffic-rules.ts';

export const trafficDrop: AlertKind = {
  id: 'traffic_drop',
  explainedBy: ['tag_silent'],
  find(history) {
    const visits = ofTraffic(history, history.visits);
    return watch(visits, FEWER, watch(visits, MORE));
  },
};
