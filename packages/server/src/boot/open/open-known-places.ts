/** Opens what the stores of this installation know of each other, from the places that the settings name. */
import { openJournalFolder } from '../../collect/index.ts';
import { createInstallationRecords, type Records } from '../../stores/records/index.ts';
import type { Config } from '../config/config.ts';
import { type KnownStores, openKnownStores } from '../known-stores/known-stores.ts';
import { placesOf } from '../known-stores/places.ts';
import type { Logger } from '../log.ts';

export async function openKnownPlaces(config: Config, records: Records, log: Logger): Promise<KnownStores> {
  const { acceptMismatch: accepted } = config;
  const places = placesOf(config);
  try {
    const folder = openJournalFolder(config.dataDir);
    return await openKnownStores({
      records: createInstallationRecords(records),
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
