/** Drift: how its widget is seen on a page, and what its events say. */
import type { Vendor } from '../vendor.ts';

export const drift: Vendor = {
  id: 'drift',
  name: 'Drift',
  prefix: 'Drift',
  seen: { globals: ['drift', 'driftt'], scripts: ['js.driftt.com/'] },
  listens: [
    {
      by: 'call',
      path: 'drift.on',
      thread: '0.conversationId',
      rows: [
        ['campaign:open', 'rule'],
        ['campaign:click', 'rule'],
        ['campaign:submit', 'rule'],
        ['startConversation', 'visitor'],
        ['emailCapture', 'contact'],
        ['scheduling:meetingBooked', 'booking'],
      ],
    },
  ],
  sure: 'observed',
  checked: '2026-11',
};
