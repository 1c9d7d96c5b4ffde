/** Boards of widgets, and saved paths. */
import { boardEndpoints, pathEndpoints } from '../../boards/index.ts';
import type { Endpoint } from '../../kit/endpoint.ts';
import { createBoardStore, createPathStore, createSegmentStore } from '../../stores/records/index.ts';
import type { Part } from '../part.ts';
import { analytics } from './analytics.ts';
import { counters } from './counters.ts';
import { rates } from './rates.ts';
import { records } from './records.ts';

export const boards: Part<readonly Endpoint[]> = {
  name: 'boards',
  open({ clock, use }) {
    const { db } = use(records);
    const { goals } = use(counters);
    const segments = createSegmentStore(db, clock);
    return [
      ...boardEndpoints({
        boards: createBoardStore(db),
        reports: { olap: use(analytics).olap, counters: use(rates).rated, goals, segments, clock },
        clock,
      }),
      ...pathEndpoints({ paths: createPathStore(db), clock }),
    ];
  },
};
