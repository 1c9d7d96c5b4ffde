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
    const { directory, publisher, automaticGoals, ownBrowsers, ownVisitLinks } = use(counters);
    const opened = await createCollection({
      openProcessing: use(processing),
      automaticGoals,
      dataDir: config.dataDir,
      directory,
      segmentsKnown: known.segmentsKnown(),
      place: use(place),
      readOwnVisitLink: ownVisitLinks.read,
      trustProxy: config.trustProxy,
      clock,
      log,
      watched: use(watchdog).main,
      stalled: stall.record,
    }).catch(explained);
    opened.listenToOwnVisits((counterId, mark, link) => {
      const isNoted = directory.get(counterId)?.ownVisits?.browsers.some((browser) => browser.mark === mark);
      if (isNoted === (link === 'mark')) return;
      void ownBrowsers
        .set(counterId, mark, link)
        .catch((error: unknown) =>
          log.warn(
            { error: String(error), counterId },
            'A link to leave out visits of a browser has no effect now.',
          ),
        );
    });
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
