/** What the stores of this installation know of each other, from the places that the settings name. */
import { openJournalFolder } from '../../collect/index.ts';
import { createInstallationRecords, type Records } from '../../stores/records/index.ts';
import { CannotStart } from '../cannot-start.ts';
import type { Config } from '../config/config.ts';
import { type KnownStores, openKnownStores } from '../known-stores/known-stores.ts';
import { placesOf } from '../known-stores/places.ts';
import type { Logger } from '../log.ts';
import type { Part } from '../part.ts';
import { analytics } from './analytics.ts';
import { records } from './records.ts';

/** Waited for at the start; later than this, a store that does not belong closes reports, not the server. */
const ANALYTICS_MS = 10_000;

export const knownStores: Part<KnownStores> = {
  name: 'known stores',
  async open({ config, log, use, overrides }) {
    const store = use(analytics);
    const known = await openKnownPlaces(config, use(records), log).catch(explained);
    store.meet(known);
    await store.looked(overrides.analyticsMs ?? ANALYTICS_MS);
    if (!store.isOpen()) await known.withoutAnalytics();
    return known;
  },
  close: (known) => known.close(),
};

export async function openKnownPlaces(config: Config, opened: Records, log: Logger): Promise<KnownStores> {
  const { acceptMismatch: accepted } = config;
  const places = placesOf(config);
  try {
    const folder = openJournalFolder(config.dataDir);
    return await openKnownStores({
      records: createInstallationRecords(opened),
      folder,
      places,
      accepted,
      log,
    });
  } catch (error) {
    throw new Error(`Whether ${places.journal} belongs to the records cannot be seen: ${String(error)}`, {
      cause: error,
    });
  }
}

/** What the disk refuses is for the operator to know. */
export function explained(error: unknown): never {
  const { cause, message } = error as Error;
  if (cause instanceof Error && 'code' in cause) throw new CannotStart(`${message}.`);
  throw error;
}
