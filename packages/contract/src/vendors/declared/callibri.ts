/** Callibri: how its widget is seen on a page, and what its events say. */
import type { Vendor } from '../vendor.ts';

export const callibri: Vendor = {
  id: 'callibri',
  name: 'Callibri',
  prefix: 'Callibri',
  seen: { scripts: ['cdn.callibri.ru/'] },
  listens: [],
  sure: 'unconfirmed',
  checked: '2026-11',
};
