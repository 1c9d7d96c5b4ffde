/** Do Not Track and Global Privacy Control, where the owner takes them for a refusal; all others agree. */
import type { Module } from '../../shared/model.ts';

export const dnt: Module = (counter) => {
  if (navigator.doNotTrack === '1') counter._refused = 1;
};

export const gpc: Module = (counter) => {
  if ((navigator as { globalPrivacyControl?: unknown }).globalPrivacyControl) counter._refused = 1;
};

/** After both. The visitor was not asked: the server goes by what the request itself says of signals [P21]. */
export const unless: Module = (counter) => {
  if (!counter._refused) counter._consent!(true, 0);
};
