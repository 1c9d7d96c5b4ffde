/** What the runner and what the server hands to it have in common. */
import type { Listening } from '@goalpost/contract/vendors';

/** A vendor as pages get it: `compose.ts` makes one of each declaration. */
export interface Adapter {
  readonly id: string;
  /** What the identifiers of its goals begin with, before `_`. */
  readonly prefix: string;
  /** Rows have the ending of the goal in place of a signal that is an outcome by itself. */
  readonly listens: readonly Listening[];
  readonly reports?: true;
}

/** How an owner names an event without code: a click on what a selector fits, a message, an entry of the data layer. */
export type OwnEvent = readonly [
  by: 'click' | 'message' | 'data-layer',
  what: string,
  /** The identifier of the event. */
  goal: string,
  /** Of messages: the origin that may send it, or a host with all below it; empty: the page itself. */
  host: string,
];

/** What a counter's owner has chosen; the server puts it into the script. */
export interface SiteChats {
  /** Vendors that are switched off. */
  readonly off?: readonly string[];
  readonly own?: readonly OwnEvent[];
  /** Vendors that are told the visitor's number. */
  readonly hand?: readonly string[];
}

/** How vendors are seen: id, globals, parts of addresses, selector of elements, and who goes before. */
export type Sight = readonly [
  id: string,
  globals: string,
  scripts: string,
  elements: string,
  unless?: string,
];
