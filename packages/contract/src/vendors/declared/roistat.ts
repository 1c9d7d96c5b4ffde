/** Roistat: how its widget is seen on a page, and what its events say. */
import type { Vendor } from '../vendor.ts';

export const roistat: Vendor = {
  id: 'roistat',
  name: 'Roistat',
  prefix: 'Roistat',
  seen: { globals: ['roistat', 'roistatProjectId'], scripts: ['cloud.roistat.com/'] },
  listens: [{ by: 'slots', rows: [['roistat.leadHunter.onAfterSubmit', 'form']] }],
  sure: 'observed',
  checked: '2026-11',
};
