/** Olark: how its widget is seen on a page, and what its events say. */
import type { Vendor } from '../vendor.ts';

export const olark: Vendor = {
  id: 'olark',
  name: 'Olark',
  prefix: 'Olark',
  seen: { globals: ['olark'], scripts: ['olark.com/r3s/', 'static.olark.com/'] },
  listens: [
    {
      by: 'call',
      path: 'olark',
      rows: [
        ['api.box.onExpand', 'opened'],
        ['api.chat.onBeginConversation', 'visitor'],
        ['api.chat.onMessageToOperator', 'visitor'],
        ['api.chat.onMessageToVisitor', 'agent'],
        ['api.chat.onOfflineMessageToOperator', 'offline'],
      ],
    },
  ],
  sure: 'source',
  checked: '2026-04',
};
