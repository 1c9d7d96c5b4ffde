/** Zendesk: how its widget is seen on a page, and what its events say. */
import type { Vendor } from '../vendor.ts';

export const zendesk: Vendor = {
  id: 'zendesk',
  name: 'Zendesk',
  prefix: 'Zendesk',
  seen: {
    globals: ['zE', 'zESettings'],
    scripts: ['static.zdassets.com/ekr/'],
    elements: '#ze-snippet',
    unless: 'zendesk-classic',
  },
  listens: [
    {
      by: 'call',
      path: 'zE',
      args: ['messenger:on', '$name', '$run'],
      rows: [
        ['open', 'opened'],
        ['proactiveMessageDisplayed', 'rule'],
        ['proactiveMessageClicked', 'rule'],
        ['conversationStarted', 'visitor'],
      ],
    },
  ],
  sure: 'documented',
  checked: '2026-11',
};
