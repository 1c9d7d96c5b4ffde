/** Automatic goals of other vendors' chats and lead widgets: all that each can end in [C98]. */
import {
  EITHER_WORDS,
  goalOf,
  type Outcome,
  OUTCOME_NAMES,
  OUTCOME_WORDS,
  tellings,
  VENDORS,
} from '@goalpost/contract/vendors';
import { type CatalogueEntry, eventEntry } from './entry.ts';

/** Those of Jivo are the catalogue's own, and no more than these [G10]. */
const OTHERS = VENDORS.filter(({ id }) => id !== 'jivo');

/** All outcomes, since an owner can name an event that a vendor's widget does not tell. */
export const VENDOR_ENTRIES: readonly CatalogueEntry[] = OTHERS.flatMap((vendor) =>
  OUTCOME_NAMES.map((outcome) => {
    // It cannot be told who invited, so the name does not say it.
    const isEither = outcome === 'invited' && tellings(vendor).invited === 'either';
    const words = isEither ? EITHER_WORDS : OUTCOME_WORDS[outcome];
    return eventEntry(goalOf(vendor, outcome), {
      en: `${vendor.name} auto-goal: ${words.en}`,
      ru: `Автоцель ${vendor.name}: ${words.ru}`,
    });
  }),
);

/** By the identifier of its events; those of Jivo are among them. */
const EVENTS: ReadonlyMap<string, VendorEvent> = new Map(
  VENDORS.flatMap((vendor) =>
    OUTCOME_NAMES.map((outcome) => [goalOf(vendor, outcome), { vendor: vendor.id, outcome }] as const),
  ),
);

/** Whose event it is and what it says, by its identifier. */
export const vendorEventOf = (identifier: string): VendorEvent | undefined => EVENTS.get(identifier);

export interface VendorEvent {
  readonly vendor: string;
  readonly outcome: Outcome;
}
