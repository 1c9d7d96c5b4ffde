/** What of the owner's choices a page of the counter is given with the tag [W60, W62]. */
import { goalOf, vendorOf } from '@goalpost/contract/vendors';
import type { OtherChatChoices } from '../collect/index.ts';

type OwnEvent = readonly [by: 'click' | 'message' | 'data-layer', what: string, goal: string, host: string];

export interface SiteChats {
  readonly off: readonly string[];
  readonly own?: readonly OwnEvent[];
  /** Vendors that are told the visitor's number, as the owner wants it [W65]. */
  readonly hand?: readonly string[];
}

export function siteChats({ off, events, hands = [] }: OtherChatChoices): SiteChats {
  const own = events.flatMap(({ vendor, event, by, what, origin }): OwnEvent[] => {
    const known = vendorOf(vendor);
    return known === undefined || off.includes(vendor) ? [] : [[by, what, goalOf(known, event), origin]];
  });
  const hand = hands.filter((vendor) => !off.includes(vendor) && vendorOf(vendor)?.hands !== undefined);
  return { off, ...(own.length === 0 ? {} : { own }), ...(hand.length === 0 ? {} : { hand }) };
}
