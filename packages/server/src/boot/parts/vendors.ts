/** Other vendors' chats: what pages have shown, and what the owners have chosen. */
import type { Endpoint } from '../../kit/endpoint.ts';
import { createChatDocuments } from '../../stores/records/index.ts';
import {
  createSightings,
  createVendorChoices,
  siteChats,
  type Sightings,
  vendorEndpoints,
} from '../../vendors/index.ts';
import type { OtherChats } from '../../http/index.ts';
import type { Part } from '../part.ts';
import { counters } from './counters.ts';
import { records } from './records.ts';

export interface VendorsPart {
  readonly endpoints: readonly Endpoint[];
  readonly sightings: Sightings;
  /** What the tag's files ask, and tell. */
  readonly otherChats: OtherChats;
}

export const vendors: Part<VendorsPart> = {
  name: 'vendors',
  open({ clock, log, use }) {
    const { counters: store, directory, publisher } = use(counters);
    const sightings = createSightings({ documents: createChatDocuments(use(records).db), clock, log });
    const isActive = (counterId: number): boolean => directory.get(counterId)?.status === 'Active';
    return {
      sightings,
      endpoints: vendorEndpoints(createVendorChoices({ counters: store, publisher, sightings })),
      otherChats: {
        siteOf: async (counterId) =>
          siteChats(directory.get(counterId)?.otherChats ?? { off: [], events: [] }),
        seen(counterId, vendor) {
          if (isActive(counterId)) sightings.seen(counterId, vendor);
        },
      },
    };
  },
  close: ({ sightings }) => sightings.idle(),
};
