/** Other vendors' chats: what pages have shown, what the owners have chosen, and what webhooks tell. */
import type { OtherChats } from '../../http/index.ts';
import type { Endpoint } from '../../kit/endpoint.ts';
import { isMasked } from '../../kit/masking/index.ts';
import { createSecrets } from '../../kit/secrets/secrets.ts';
import { createChatDocuments, createVendorConversations } from '../../stores/records/index.ts';
import {
  createConversations,
  createDoors,
  createReceive,
  createSightings,
  createVendorChoices,
  type Receive,
  siteChats,
  vendorEndpoints,
} from '../../vendors/index.ts';
import { createVisitorMatch } from '../../visitors/index.ts';
import type { Part } from '../part.ts';
import { address } from './address.ts';
import { analytics } from './analytics.ts';
import { collection } from './collection.ts';
import { counters } from './counters.ts';
import { records } from './records.ts';

export interface VendorsPart {
  readonly endpoints: readonly Endpoint[];
  /** Resolves when all that was seen is stored. */
  idle(): Promise<unknown>;
  /** What the tag's files ask, and tell. */
  readonly otherChats: OtherChats;
  readonly receive: Receive;
  /** Which vendors' webhooks a counter takes. */
  readonly doorsOf: (counterId: number) => Promise<Readonly<Record<string, { readonly isSigned: boolean }>>>;
}

export const vendors: Part<VendorsPart> = {
  name: 'vendors',
  open({ config, clock, log, use }) {
    const { counters: store, directory, publisher } = use(counters);
    const { db } = use(records);
    const hits = use(collection);
    const documents = createChatDocuments(db);
    const sightings = createSightings({ documents, clock, log, kind: 'vendors_seen' });
    const webhooksSeen = createSightings({ documents, clock, log, kind: 'vendor_webhooks_seen' });
    const doors = createDoors({ documents, secrets: createSecrets(config.secretsKeys), clock });
    const conversations = createConversations({
      store: createVendorConversations(db),
      match: createVisitorMatch(use(analytics).olap, hits.maskedIds),
      putEvent: hits.putEvent,
      clock,
    });
    hits.listen((stored) => {
      for (const { counterId, identifier, thread, visitor, robot } of stored) {
        if (thread === undefined || visitor === undefined || robot) continue;
        // What masking has left of it is the same for others' conversations.
        if (isMasked(thread)) continue;
        if ((directory.get(counterId)?.otherChats?.doors ?? []).length === 0) continue;
        void conversations
          .pageTold(counterId, identifier, thread, visitor)
          .catch((error: unknown) =>
            log.warn({ error: String(error), counterId }, 'A conversation that a page told of is not noted.'),
          );
      }
    });
    const choices = createVendorChoices({
      counters: store,
      publisher,
      sightings,
      doors,
      webhooksSeen,
      linkTo: (path) => use(address).linkTo(path),
    });
    const configOf = (counterId: number) => {
      const found = directory.get(counterId);
      return found?.status === 'Active' ? found : undefined;
    };
    return {
      idle: () => Promise.all([sightings.idle(), webhooksSeen.idle()]),
      endpoints: vendorEndpoints(choices),
      doorsOf: doors.of,
      receive: createReceive({
        doors,
        conversations,
        isOn(counterId, vendor) {
          const found = configOf(counterId);
          return found === undefined ? null : !(found.otherChats?.off ?? []).includes(vendor);
        },
        maskThread: hits.maskedId,
        clock,
        count: hits.otherChat,
        seen: webhooksSeen.seen,
      }),
      otherChats: {
        siteOf: async (counterId) => siteChats(configOf(counterId)?.otherChats ?? { off: [], events: [] }),
        seen(counterId, vendor) {
          if (configOf(counterId) !== undefined) sightings.seen(counterId, vendor);
        },
        odd: hits.otherChat,
      },
    };
  },
  close: async ({ idle }) => void (await idle()),
};
