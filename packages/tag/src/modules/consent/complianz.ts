/** Complianz: the category statistics. */
import type { Module } from '../../shared/model.ts';

export const complianz: Module = (counter) =>
  counter._heard!(
    'cmplz_has_consent',
    ['cmplz_status_change', 'cmplz_fire_categories', 'cmplz_revoke'],
    (has: (name: string) => boolean) => has('statistics'),
  );
