/** Papercups: how its widget is seen on a page, and what its events say. */
import type { Vendor } from '../vendor.ts';

export const papercups: Vendor = {
  id: 'papercups',
  name: 'Papercups',
  prefix: 'Papercups',
  seen: {
    globals: ['Papercups'],
    // The second is in the address of any frame of it, on whichever host.
    scripts: ['chat-widget.papercups.io', '&disableAnalyticsTracking='],
    elements: '.Papercups-toggleButtonContainer',
  },
  listens: [
    {
      by: 'messages',
      name: '0.event',
      hosts: ['chat-widget.papercups.io'],
      thread: '0.payload.conversation_id',
      rows: [
        ['message:received', 'visitor', '0.payload.customer_id'],
        ['message:received', 'agent', '0.payload.user_id'],
        ['message:sent', 'visitor'],
      ],
    },
  ],
  sure: 'source',
  checked: '@papercups-io/chat-widget 1.3.1',
};
