/** Links that show a report to people without an account. */
import type { Endpoint } from '../../kit/endpoint.ts';
import { shareEndpoints } from '../../sharing/index.ts';
import { createSegmentStore, createShareStore } from '../../stores/records/index.ts';
import type { Part } from '../part.ts';
import { address } from './address.ts';
import { analytics } from './analytics.ts';
import { counters } from './counters.ts';
import { rates } from './rates.ts';
import { records } from './records.ts';
import { secret } from './secret.ts';

export const sharing: Part<readonly Endpoint[]> = {
  name: 'sharing',
  open({ clock, use }) {
    const { db } = use(records);
    const { goals } = use(counters);
    return shareEndpoints({
      olap: use(analytics).olap,
      counters: use(rates).rated,
      goals,
      segments: createSegmentStore(db, clock),
      shares: createShareStore(db),
      secret: use(secret),
      clock,
      linkTo: (path) => use(address).linkTo(path),
    });
  },
};
