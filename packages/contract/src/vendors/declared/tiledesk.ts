/** Tiledesk: how its widget is seen on a page, and what its events say. */
import type { Vendor } from '../vendor.ts';

export const tiledesk: Vendor = {
  id: 'tiledesk',
  name: 'Tiledesk',
  prefix: 'Tiledesk',
  seen: { globals: ['tiledesk', 'Tiledesk', 'tiledeskSettings'], scripts: ['tiledesk'] },
  listens: [
    {
      by: 'call',
      path: 'tiledesk.on',
      rows: [
        ['onOpenEyeCatcher', 'rule'],
        ['afterMessageSend', 'visitor'],
      ],
    },
  ],
  sure: 'source',
  checked: '5.0.24-rc.2',
};
