/** OneTrust: the group of performance cookies, C0002. */
import type { Module } from '../../shared/model.ts';

export const onetrust: Module = (counter) =>
  counter._heard!(['OneTrustGroupsUpdated'], () => {
    const groups = (window as { OnetrustActiveGroups?: string }).OnetrustActiveGroups;
    return groups && /\bC0002\b/.test(groups);
  });
