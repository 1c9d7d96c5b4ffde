/** RedHelper: how its widget is seen on a page, and what its events say. */
import type { Vendor } from '../vendor.ts';

export const redhelper: Vendor = {
  id: 'redhelper',
  name: 'RedHelper',
  prefix: 'RedHelper',
  seen: { scripts: ['web.redhelper.ru/'], elements: '#rhlpscrtg' },
  listens: [],
  sure: 'unconfirmed',
  checked: '2026-11',
};
