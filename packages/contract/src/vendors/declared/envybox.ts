/** Envybox: how its widget is seen on a page, and what its events say. */
import type { Vendor } from '../vendor.ts';

export const envybox: Vendor = {
  id: 'envybox',
  name: 'Envybox',
  prefix: 'Envybox',
  seen: { globals: ['EnvyWidget'], scripts: ['cdn.envybox.io/widget/', 'cdn.saas-support.com/widget/'] },
  listens: [],
  sure: 'unconfirmed',
  checked: '2026-11',
};
