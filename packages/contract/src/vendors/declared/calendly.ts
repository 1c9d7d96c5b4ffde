/** Calendly: how its widget is seen on a page, and what its events say. */
import type { Vendor } from '../vendor.ts';

export const calendly: Vendor = {
  id: 'calendly',
  name: 'Calendly',
  prefix: 'Calendly',
  seen: { globals: ['Calendly'], scripts: ['assets.calendly.com/', '//calendly.com/'] },
  listens: [
    {
      by: 'messages',
      name: '0.event',
      hosts: ['calendly.com'],
      rows: [['calendly.event_scheduled', 'booking']],
    },
  ],
  sure: 'source',
  checked: 'react-calendly 4.4.0',
};
