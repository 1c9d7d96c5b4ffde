/** What the contract's check of a goal asks of the server. */
import type { DictionaryName, FaultChecks } from '@goalpost/contract/goals';
import { MESSENGERS } from './known-sites/messengers.ts';
import { SOCIAL_NETWORKS } from './known-sites/social-networks.ts';
import { newPatternCheck } from './patterns/pattern-check.ts';

/** Lists whose ids are values of conditions, in the order of the form. */
export const DICTIONARIES: Readonly<
  Record<DictionaryName, readonly { readonly id: string; readonly name: string }[]>
> = { messengers: MESSENGERS, social_networks: SOCIAL_NETWORKS };

export const FAULT_CHECKS: FaultChecks = {
  newPatternCheck,
  isListed: (dictionary, id) => DICTIONARIES[dictionary].some((row) => row.id === id),
};
