/** Alerts: what of a counter is told of by itself. */
import { alertEndpoints } from '../../alerts/index.ts';
import type { Endpoint } from '../../kit/endpoint.ts';
import { createChatWaits, createSegmentStore } from '../../stores/records/index.ts';
import type { Part } from '../part.ts';
import { analytics } from './analytics.ts';
import { counters } from './counters.ts';
import { records } from './records.ts';

export const alerts: Part<readonly Endpoint[]> = {
  name: 'alerts',
  open({ clock, use }) {
    const { db } = use(records);
    const { counters: counterStore, goals } = use(counters);
    return alertEndpoints({
      olap: use(analytics).olap,
      counters: counterStore,
      goals,
      segments: createSegmentStore(db, clock),
      chat: createChatWaits(db),
      clock,
    });
  },
};
