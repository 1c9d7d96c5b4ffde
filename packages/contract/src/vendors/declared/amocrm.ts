/** amoCRM: how its widget is seen on a page, and what its events say. */
import type { Vendor } from '../vendor.ts';

export const amocrm: Vendor = {
  id: 'amocrm',
  name: 'amoCRM',
  prefix: 'AmoCRM',
  seen: {
    globals: ['amoSocialButton', 'amo_social_button'],
    scripts: ['gso.amocrm.'],
    elements: '#amo_social_button_script',
  },
  listens: [],
  sure: 'unconfirmed',
  checked: '2026-11',
};
