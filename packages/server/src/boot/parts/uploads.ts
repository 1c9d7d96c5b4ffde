/** Uploads of what happened outside of the site. */
import { createGoalManagement } from '../../counters/index.ts';
import type { Endpoint } from '../../kit/endpoint.ts';
import { createPeopleOfUploads, createUploadedFacts } from '../../stores/olap/index.ts';
import { createUploadStore } from '../../stores/records/index.ts';
import { uploadEndpoints } from '../../transfer/index.ts';
import type { Part } from '../part.ts';
import { analytics } from './analytics.ts';
import { collection } from './collection.ts';
import { counters } from './counters.ts';
import { records } from './records.ts';
import { turns } from './turns.ts';

export const uploads: Part<readonly Endpoint[]> = {
  name: 'uploads',
  open({ clock, use }) {
    const { counters: store, goals, publisher } = use(counters);
    const { olap } = use(analytics);
    return uploadEndpoints({
      counters: store,
      goals: createGoalManagement({ counters: store, goals, publisher }),
      uploads: createUploadStore(use(records), clock),
      people: createPeopleOfUploads(olap, use(collection).maskedIds),
      facts: createUploadedFacts(olap),
      clock,
      turns: use(turns),
    });
  },
};
