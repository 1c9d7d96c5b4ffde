/** Live Helper Chat: how its widget is seen on a page, and what its events say. */
import type { Vendor } from '../vendor.ts';

export const liveHelperChat: Vendor = {
  id: 'live-helper-chat',
  name: 'Live Helper Chat',
  prefix: 'LiveHelperChat',
  seen: { globals: ['$_LHC', 'LHC_API'], scripts: ['/widget/wrapper/'] },
  listens: [
    {
      by: 'call',
      path: '$_LHC.eventListener.addListener',
      thread: '0.id',
      rows: [
        ['showWidget', 'opened'],
        ['readInvitation', 'manual', '0.name', 'Manual'],
        ['readInvitation', 'agent'],
        ['fullInvitation', 'agent'],
        ['showInvitation', 'agent'],
        ['chatStarted', 'visitor'],
        ['offlineMessage', 'offline'],
      ],
    },
  ],
  sure: 'source',
  checked: 'c15cd17',
  note: 'An invitation is known to be an operator’s only where it has no name of its own.',
};
