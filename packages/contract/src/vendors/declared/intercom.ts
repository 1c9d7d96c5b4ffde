/** Intercom: how its widget is seen on a page, and what its events say. */
import type { Vendor } from '../vendor.ts';

export const intercom: Vendor = {
  id: 'intercom',
  name: 'Intercom',
  prefix: 'Intercom',
  seen: { globals: ['Intercom'], scripts: ['widget.intercom.io/', 'js.intercomcdn.com/'] },
  listens: [
    {
      by: 'call',
      path: 'Intercom',
      rows: [
        ['onShow', 'opened'],
        ['onUserEmailSupplied', 'contact'],
      ],
    },
  ],
  hands: { path: 'Intercom', args: ['update', { goalpost_visitor: '$visitor' }] },
  sure: 'source',
  checked: 'messenger-js-sdk 0.0.20',
  note: 'Its page API says nothing of messages: conversations come by webhook.',
};
