/** Tidio: how its widget is seen on a page, and what its events say. */
import type { Vendor } from '../vendor.ts';

export const tidio: Vendor = {
  id: 'tidio',
  name: 'Tidio',
  prefix: 'Tidio',
  seen: { globals: ['tidioChatApi'], scripts: ['code.tidio.co/'] },
  listens: [
    {
      by: 'window',
      rows: [
        ['tidioChat-open', 'opened'],
        ['tidioChat-conversationStart', 'visitor'],
        ['tidioChat-messageFromVisitor', 'visitor'],
        ['tidioChat-messageFromOperator', 'agent'],
        ['tidioChat-preFormFilled', 'contact'],
      ],
    },
  ],
  sure: 'source',
  checked: '2026-04',
  note: 'Its flows speak as an operator.',
};
