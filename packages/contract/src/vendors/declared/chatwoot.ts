/** Chatwoot: how its widget is seen on a page, and what its events say. */
import type { Vendor } from '../vendor.ts';

export const chatwoot: Vendor = {
  id: 'chatwoot',
  name: 'Chatwoot',
  prefix: 'Chatwoot',
  seen: { globals: ['$chatwoot', 'chatwootSDK'], scripts: ['/packs/js/sdk.js'] },
  listens: [
    {
      by: 'window',
      thread: '0.conversation_id',
      rows: [
        ['chatwoot:opened', 'opened'],
        ['chatwoot:on-message', 'visitor', '0.message_type', 0],
        ['chatwoot:on-message', 'rule', '0.sender_type', 'AgentBot'],
        ['chatwoot:on-message', 'agent', '0.message_type', 1],
      ],
    },
  ],
  hands: { path: '$chatwoot.setCustomAttributes', args: [{ goalpost_visitor: '$visitor' }] },
  sure: 'source',
  checked: '4.15.1',
  note: 'A campaign comes as an ordinary message of an agent. A message that comes while its window is closed opens it.',
};
