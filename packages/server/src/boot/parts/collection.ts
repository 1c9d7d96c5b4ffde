/** Collection: the door, the journal, and the processing of its segments. */
import { createCollection, type Collection } from '../../collect/index.ts';
import type { Part } from '../part.ts';
import { counters } from './counters.ts';
import { explained, knownStores } from './known-stores.ts';
import { place } from './place.ts';
import { processing } from './processing.ts';
import { lastStall, watchdog } from './watchdog.ts';

export const collection: Part<Collection> = {
  name: 'collection',
  async open({ config, clock, log, use }) {
    const known = use(knownStores);
    const stall = use(lastStall);
    const { directory, publisher, automaticGoals } = use(counters);
    const opened = await createCollection({
      openProcessing: use(processing),
      automaticGoals,
      dataDir: config.dataDir,
      directory,
      segmentsKnown: known.segmentsKnown(),
      place: use(place),
      trustProxy: config.trustProxy,
      clock,
      log,
      watched: use(watchdog).main,
      stalled: stall.record,
    }).catch(explained);
    stall.clear();
    publisher.connect({
      async publish(counter) {
        await opened.publish(counter);
        await known.changed();
      },
    });
    return opened;
  },
  close: (opened) => opened.close(),
};
