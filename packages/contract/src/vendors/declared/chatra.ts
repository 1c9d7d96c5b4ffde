/** Chatra: how its widget is seen on a page, and what its events say. */
import type { Vendor } from '../vendor.ts';

export const chatra: Vendor = {
  id: 'chatra',
  name: 'Chatra',
  prefix: 'Chatra',
  seen: { globals: ['Chatra', 'ChatraID'], scripts: ['call.chatra.io/'] },
  listens: [],
  sure: 'unconfirmed',
  checked: '2026-11',
  reports: true,
  note: 'It reports to a counter by itself (`yaCounterId` of its settings); the names of its events are not public.',
};
