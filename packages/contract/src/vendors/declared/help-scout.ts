/** Help Scout: how its widget is seen on a page, and what its events say. */
import type { Vendor } from '../vendor.ts';

export const helpScout: Vendor = {
  id: 'help-scout',
  name: 'Help Scout',
  prefix: 'HelpScout',
  seen: { globals: ['Beacon'], scripts: ['beacon-v2.helpscout.net/'] },
  listens: [
    {
      by: 'call',
      path: 'Beacon',
      args: ['on', '$name', '$run'],
      rows: [
        ['open', 'opened'],
        ['message-triggered', 'rule'],
        ['message-clicked', 'rule'],
        ['chat-started', 'visitor'],
        ['email-sent', 'offline'],
      ],
    },
  ],
  sure: 'source',
  checked: '2026-04',
};
