/** Smartsupp: how its widget is seen on a page, and what its events say. */
import type { Vendor } from '../vendor.ts';

export const smartsupp: Vendor = {
  id: 'smartsupp',
  name: 'Smartsupp',
  prefix: 'Smartsupp',
  seen: { globals: ['smartsupp', '_smartsupp'], scripts: ['smartsuppchat.com/loader'] },
  listens: [
    {
      by: 'call',
      path: 'smartsupp',
      args: ['on', '$name', '$run'],
      rows: [
        ['message_sent', 'visitor'],
        ['message_received', 'agent'],
      ],
    },
  ],
  sure: 'source',
  checked: '2026-04',
};
