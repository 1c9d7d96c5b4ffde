/** People's data: what is asked for is done, also what an earlier run left. */
import {
  auditOf,
  createErasing,
  createKeeping,
  createKeptSums,
  createScrubbing,
  dataRetentionEndpoints,
  peopleEndpoints,
  type Erasing,
  type Keeping,
  type Scrubbing,
} from '../../privacy/index.ts';
import type { Endpoint } from '../../kit/endpoint.ts';
import { createExpiringHits, createPersonVisits, createPurgeableHits } from '../../stores/olap/index.ts';
import {
  createErasureStore,
  createExpiringRecords,
  createPersonMentions,
  createPersonRecords,
  createPurgeableRecords,
  createRetentionStore,
} from '../../stores/records/index.ts';
import type { Part, PartContext } from '../part.ts';
import { analytics } from './analytics.ts';
import { audit } from './audit.ts';
import { createClockMemory } from './clock-memory.ts';
import { counters } from './counters.ts';
import { chat } from './chat.ts';
import { chatFiles } from './files.ts';
import { collection } from './collection.ts';
import { records } from './records.ts';

export interface PrivacyPart {
  readonly endpoints: readonly Endpoint[];
  readonly erasing: Erasing;
  readonly keeping: Keeping;
}

export const privacy: Part<PrivacyPart> = {
  name: 'privacy',
  open(context) {
    const { clock, log, node, use } = context;
    const opened = use(records);
    const hits = use(collection);
    const { bytes } = use(chatFiles).storage;
    const stores = {
      erasures: createErasureStore(opened.db),
      records: createPersonRecords(opened),
      visits: createPersonVisits(use(analytics).olap),
      mentions: createPersonMentions(opened.db),
    };
    const scrubbing = createScrubbing(() => stores.records.scrub(), log);
    const erasing = createErasing({
      ...stores,
      scrubbing,
      removeFile: (id) => bytes.remove(id),
      told: (counterId, person) => use(chat).chat.erased(counterId, person),
      forget: hits.forget,
      clock,
      log,
      node,
    });
    const { keeping, endpoints } = keepingOf(context, scrubbing);
    return {
      erasing,
      keeping,
      endpoints: [...peopleEndpoints({ ...stores, erasing, maskedIds: hits.maskedIds, clock }), ...endpoints],
    };
  },
  async close({ erasing, keeping }) {
    await erasing.idle();
    await keeping.idle();
  },
};

function keepingOf({ clock, config, log, node, use }: PartContext, scrubbing: Scrubbing) {
  const opened = use(records);
  const { olap } = use(analytics);
  const { counters: counterStore } = use(counters);
  const { bytes } = use(chatFiles).storage;
  const removeFile = (id: string) => bytes.remove(id);
  const store = createRetentionStore(opened.db, () => clock.now());
  const keeping = createKeeping({
    store,
    rows: { ...createExpiringHits(olap), ...createExpiringRecords(opened.db, removeFile) },
    sums: createKeptSums(olap, use(counters)),
    purgeable: [
      createPurgeableRecords(opened.db, removeFile),
      // Hits that wait in the journal are rows first.
      { purge: async (counterId) => void (await use(collection).forget(counterId, 'everyone')) },
      createPurgeableHits(olap),
    ],
    scrubbing,
    told: (run) => use(audit).store.add(auditOf(run, clock.now())),
    clock,
    clockMemory: createClockMemory(config.dataDir),
    log,
    node,
  });
  const statusOf = async (id: number) => (await counterStore.get(id))?.status ?? null;
  return { keeping, endpoints: dataRetentionEndpoints({ store, keeping, statusOf }) };
}

const RESUME_MS = 30_000;

export const erasures: Part<NodeJS.Timeout> = {
  name: 'erasures',
  open({ use }) {
    const { erasing, keeping } = use(privacy);
    const resume = () => {
      void erasing.resume();
      void keeping.resume();
    };
    resume();
    return setInterval(resume, RESUME_MS).unref();
  },
  close: (timer) => clearInterval(timer),
};
