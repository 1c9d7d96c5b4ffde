/** OneTrust: the group of performance cookies, C0002. */
import type { Module } from '../../shared/model.ts';

declare const OnetrustActiveGroups: string | undefined;

export const onetrust: Module = (counter) =>
  counter._heard!(
    ['OneTrustGroupsUpdated'],
    () => OnetrustActiveGroups && /\bC0002\b/.test(OnetrustActiveGroups),
  );
