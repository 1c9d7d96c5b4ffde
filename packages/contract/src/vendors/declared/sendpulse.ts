/** SendPulse: how its widget is seen on a page, and what its events say. */
import type { Vendor } from '../vendor.ts';

export const sendpulse: Vendor = {
  id: 'sendpulse',
  name: 'SendPulse',
  prefix: 'SendPulse',
  seen: { scripts: ['.pulse.is/live'] },
  listens: [
    {
      by: 'window',
      rows: [
        ['spLiveChatOpened', 'opened'],
        ['spGreetingButtonClicked', 'rule'],
        ['spChatInitiated', 'visitor'],
        ['spMessageSent', 'visitor'],
        ['spMessageReceived', 'agent'],
      ],
    },
  ],
  sure: 'documented',
  checked: '2026-11',
  note: 'Its flows and its people speak by the same event.',
};
