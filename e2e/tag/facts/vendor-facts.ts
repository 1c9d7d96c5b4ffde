/** Everything that a vendor's public facts say its page can hear, and what each event means. */
import type { VendorScript } from '../habits/vendor.ts';

export interface VendorFacts extends VendorScript {
  /** Body of the vendor's script: returns `emit(name, ...args)`. */
  readonly script: string;
  readonly events: readonly Happening[];
}

/**
 * Name, arguments in the page's language, and meaning: `opened`, `contact`, `rated`, `callback`, `form`, `booking`,
 * `offline`; `visitor` wrote; `site` spoke, any of its sides; `rule` or `operator` did; nothing where it means none.
 */
export type Happening = readonly [name: string, args: string, means?: Means];
export type Means =
  | 'opened'
  | 'contact'
  | 'rated'
  | 'callback'
  | 'form'
  | 'booking'
  | 'offline'
  | 'visitor'
  | 'site'
  | 'rule'
  | 'operator';

/** Events of which each means nothing. */
export const nothing = (...names: string[]): Happening[] => names.map((name) => [name, '{}']);
