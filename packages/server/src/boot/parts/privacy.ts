/** People's data: what is asked for is done, also what an earlier run left. */
import { createErasing, peopleEndpoints, type Erasing } from '../../privacy/index.ts';
import type { Endpoint } from '../../kit/endpoint.ts';
import { createPersonVisits } from '../../stores/olap/index.ts';
import { createErasureStore, createPersonRecords } from '../../stores/records/index.ts';
import type { Part } from '../part.ts';
import { analytics } from './analytics.ts';
import { chatFiles } from './files.ts';
import { collection } from './collection.ts';
import { records } from './records.ts';

export interface PrivacyPart {
  readonly endpoints: readonly Endpoint[];
  readonly erasing: Erasing;
}

export const privacy: Part<PrivacyPart> = {
  name: 'privacy',
  open({ clock, log, node, use }) {
    const opened = use(records);
    const hits = use(collection);
    const { bytes } = use(chatFiles).storage;
    const stores = {
      erasures: createErasureStore(opened.db),
      records: createPersonRecords(opened),
      visits: createPersonVisits(use(analytics).olap),
    };
    const erasing = createErasing({
      ...stores,
      removeFile: (id) => bytes.remove(id),
      forget: hits.forget,
      clock,
      log,
      node,
    });
    return { erasing, endpoints: peopleEndpoints({ ...stores, erasing, maskedIds: hits.maskedIds, clock }) };
  },
  close: ({ erasing }) => erasing.idle(),
};

const RESUME_MS = 30_000;

export const erasures: Part<NodeJS.Timeout> = {
  name: 'erasures',
  open({ use }) {
    const { erasing } = use(privacy);
    void erasing.resume();
    return setInterval(() => void erasing.resume(), RESUME_MS).unref();
  },
  close: (timer) => clearInterval(timer),
};
