/** Tawk.to: how its widget is seen on a page, and what its events say. */
import type { Vendor } from '../vendor.ts';

export const tawk: Vendor = {
  id: 'tawk',
  name: 'Tawk.to',
  prefix: 'Tawk',
  seen: { globals: ['Tawk_API'], scripts: ['embed.tawk.to/'] },
  listens: [
    {
      by: 'window',
      rows: [
        ['tawkChatMaximized', 'opened'],
        ['tawkChatStarted', 'visitor'],
        ['tawkChatMessageVisitor', 'visitor'],
        ['tawkChatMessageAgent', 'agent'],
        ['tawkOfflineSubmit', 'offline'],
        ['tawkPrechatSubmit', 'contact'],
        ['tawkChatSatisfaction', 'rated'],
      ],
    },
  ],
  sure: 'source',
  checked: 'tawk-messenger-react 2.0.2',
};
