/** Complianz: the category statistics. */
import type { Module } from '../../shared/model.ts';

declare const cmplz_has_consent: (name: string) => boolean;

export const complianz: Module = (counter) =>
  counter._heard!(['cmplz_status_change', 'cmplz_fire_categories', 'cmplz_revoke'], () =>
    cmplz_has_consent('statistics'),
  );
