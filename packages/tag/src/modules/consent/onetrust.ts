/** OneTrust: the group of performance cookies, C0002. */
import type { Module } from '../../shared/model.ts';

export const onetrust: Module = (counter) =>
  counter._heard!('OnetrustActiveGroups', ['OneTrustGroupsUpdated'], (groups: string) =>
    /\bC0002\b/.test(groups),
  );
