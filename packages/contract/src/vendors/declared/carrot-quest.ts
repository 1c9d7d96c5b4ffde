/** Carrot quest: how its widget is seen on a page, and what its events say. */
import type { Vendor } from '../vendor.ts';

export const carrotQuest: Vendor = {
  id: 'carrot-quest',
  name: 'Carrot quest',
  prefix: 'CarrotQuest',
  seen: { globals: ['carrotquest'], scripts: ['carrotquest.'] },
  listens: [
    {
      by: 'call',
      path: 'carrotquest.addCallback',
      rows: [
        ['messenger_opened', 'opened'],
        ['conversation_started', 'visitor'],
        ['user_replied', 'answered', '0.message'],
      ],
    },
  ],
  sure: 'documented',
  checked: '2026-11',
  note: 'It names the message that was answered, and not whether a rule or an operator sent that.',
};
