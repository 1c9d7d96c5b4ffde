/** The parts of the tag that a counter may do without. The tag's build, the server and the admin share this list. */

interface TagModuleEntry {
  /** Whether it is on while the owner has not chosen. */
  readonly on: boolean;
  /** Whether the owner has a switch for it. */
  readonly hasSwitch: boolean;
  /** A module without which it does not work. */
  readonly needs: string | null;
}

/** By name, in the order in which a composed script holds them. */
export const TAG_MODULES = {
  /** Clicks on links that lead out, and downloads; `extLink`, `file`. */
  links: { on: true, hasSwitch: true, needs: null },
  /** How elements are named on the wire. */
  elements: { on: false, hasSwitch: false, needs: null },
  /** Forms that are sent. */
  forms: { on: true, hasSwitch: true, needs: 'elements' },
  /** Clicks on buttons. */
  buttons: { on: true, hasSwitch: true, needs: 'elements' },
  /** Which kinds of contact data are filled in and sent. */
  contacts: { on: true, hasSwitch: true, needs: 'forms' },
  /** E-commerce objects of the data layer. */
  commerce: { on: true, hasSwitch: true, needs: null },
  /** Active seconds and scroll depth. */
  engagement: { on: true, hasSwitch: true, needs: null },
  /** Page views where the address changes without a new page. */
  routes: { on: false, hasSwitch: true, needs: null },
  /** `firstPartyParams`: contact data as hashes. */
  hashes: { on: true, hasSwitch: true, needs: null },
  /** Loads the chat; on where the counter's chat is. */
  chat: { on: false, hasSwitch: false, needs: null },
  /** Events of other vendors' chats and lead widgets. */
  chats: { on: true, hasSwitch: true, needs: null },
  /** Test mode and picker, by a signed address only. */
  tools: { on: true, hasSwitch: false, needs: null },
} as const satisfies Record<string, TagModuleEntry>;

export type TagModule = keyof typeof TAG_MODULES;

export const TAG_MODULE_NAMES = Object.keys(TAG_MODULES) as readonly TagModule[];

/** Those that the owner switches. */
export type TagSwitch = {
  [Name in TagModule]: (typeof TAG_MODULES)[Name]['hasSwitch'] extends true ? Name : never;
}[TagModule];

export const TAG_SWITCHES = TAG_MODULE_NAMES.filter((name): name is TagSwitch => TAG_MODULES[name].hasSwitch);
