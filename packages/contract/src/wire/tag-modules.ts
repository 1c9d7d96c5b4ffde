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
  /** Nothing is kept in the browser. */
  cookieless: { on: false, hasSwitch: false, needs: null },
  /** Nothing is sent or kept before the visitor agrees. */
  consent: { on: false, hasSwitch: false, needs: null },
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
  /** Prices that stand on the page; on where a goal names their place. */
  prices: { on: false, hasSwitch: false, needs: null },
  /** Who tells of consent: when all others hear of what it lets go. */
  consent_tcf: { on: false, hasSwitch: false, needs: 'consent' },
  consent_google: { on: false, hasSwitch: false, needs: 'consent' },
  consent_cookiebot: { on: false, hasSwitch: false, needs: 'consent' },
  consent_onetrust: { on: false, hasSwitch: false, needs: 'consent' },
  consent_cookieyes: { on: false, hasSwitch: false, needs: 'consent' },
  consent_usercentrics: { on: false, hasSwitch: false, needs: 'consent' },
  consent_complianz: { on: false, hasSwitch: false, needs: 'consent' },
  consent_osano: { on: false, hasSwitch: false, needs: 'consent' },
  /** The browser's own signals of refusal, and that all others agree. */
  consent_dnt: { on: false, hasSwitch: false, needs: 'consent' },
  consent_gpc: { on: false, hasSwitch: false, needs: 'consent' },
  consent_unless: { on: false, hasSwitch: false, needs: 'consent' },
  /** For scripts that wait and learn that nothing is to be asked. */
  consent_free: { on: false, hasSwitch: false, needs: null },
} as const satisfies Record<string, TagModuleEntry>;

export type TagModule = keyof typeof TAG_MODULES;

export const TAG_MODULE_NAMES = Object.keys(TAG_MODULES) as readonly TagModule[];

/** Those that hold back or keep nothing, which the settings of consent bring. */
export const CONSENT_MODULE_NAMES = TAG_MODULE_NAMES.filter((name) => /^co(?:okieless|nsent)/.test(name));

/** Those that the owner switches. */
export type TagSwitch = {
  [Name in TagModule]: (typeof TAG_MODULES)[Name]['hasSwitch'] extends true ? Name : never;
}[TagModule];

export const TAG_SWITCHES = TAG_MODULE_NAMES.filter((name): name is TagSwitch => TAG_MODULES[name].hasSwitch);
