/** Backfills of goals: what is asked for is done, also what an earlier run left. */
import type { Endpoint } from '../../kit/endpoint.ts';
import { createPastReaches } from '../../stores/olap/index.ts';
import { createBackfillStore } from '../../stores/records/index.ts';
import { backfillEndpoints, createBackfilling, type Backfilling } from '../../workbench/index.ts';
import type { Part } from '../part.ts';
import { analytics } from './analytics.ts';
import { collection } from './collection.ts';
import { counters } from './counters.ts';
import { records } from './records.ts';

export interface BackfillsPart {
  readonly endpoints: readonly Endpoint[];
  readonly backfilling: Backfilling;
}

export const backfills: Part<BackfillsPart> = {
  name: 'backfills',
  open({ clock, log, node, use }) {
    const { olap } = use(analytics);
    const { counters: counterStore, goals, publisher } = use(counters);
    const store = createBackfillStore(use(records).db);
    const backfilling = createBackfilling({
      store,
      reaches: createPastReaches(olap),
      olap,
      counters: counterStore,
      goals,
      flushed: use(collection).flushed,
      clock,
      log,
      node,
    });
    return {
      backfilling,
      endpoints: backfillEndpoints({
        backfills: store,
        backfilling,
        counters: counterStore,
        goals,
        publisher,
        clock,
      }),
    };
  },
  close: ({ backfilling }) => backfilling.stop(),
};

const RESUME_MS = 30_000;

export const dueBackfills: Part<NodeJS.Timeout> = {
  name: 'due backfills',
  open({ use }) {
    const { backfilling } = use(backfills);
    void backfilling.resume();
    return setInterval(() => void backfilling.resume(), RESUME_MS).unref();
  },
  close: (timer) => clearInterval(timer),
};
