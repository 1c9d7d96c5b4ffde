/** The visit log, and the timeline of one visitor. */
import { timelineEndpoints } from '../../chat/index.ts';
import type { Endpoint } from '../../kit/endpoint.ts';
import { visitLogEndpoints } from '../../query/index.ts';
import { createChatStore, createSegmentStore, createShownInvitations } from '../../stores/records/index.ts';
import { createVisitorVisits } from '../../visitors/index.ts';
import type { Part } from '../part.ts';
import { analytics } from './analytics.ts';
import { counters } from './counters.ts';
import { records } from './records.ts';

export const visits: Part<readonly Endpoint[]> = {
  name: 'visits',
  open({ clock, use }) {
    const { olap } = use(analytics);
    const { db } = use(records);
    const { counters: counterStore, goals } = use(counters);
    const segments = createSegmentStore(db, clock);
    return [
      ...visitLogEndpoints({ olap, counters: counterStore, goals, segments, clock }),
      ...timelineEndpoints({
        visits: createVisitorVisits(olap),
        store: createChatStore(db),
        invitations: createShownInvitations(db),
        goals,
        readsChat: async (counterId, asking) => (await asking.authorise(counterId, 'chat:read')) === null,
      }),
    ];
  },
};
