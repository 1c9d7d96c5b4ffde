/** Freshchat: how its widget is seen on a page, and what its events say. */
import type { Vendor } from '../vendor.ts';

export const freshchat: Vendor = {
  id: 'freshchat',
  name: 'Freshchat',
  prefix: 'Freshchat',
  seen: { globals: ['fcWidget', 'Freshbots'], scripts: ['wchat.freshchat.com/', '.freshchat.com/js/widget'] },
  listens: [
    {
      by: 'call',
      path: 'fcWidget.on',
      now: ['widget:opened', 'isOpen'],
      rows: [
        ['widget:opened', 'opened'],
        ['message:sent', 'visitor'],
        ['message:received', 'agent'],
        ['user:created', 'contact'],
        ['csat:updated', 'rated'],
      ],
    },
  ],
  sure: 'source',
  checked: '2026-04',
};
