/** HubSpot: how its widget is seen on a page, and what its events say. */
import type { Vendor } from '../vendor.ts';

export const hubspot: Vendor = {
  id: 'hubspot',
  name: 'HubSpot',
  prefix: 'HubSpot',
  seen: { globals: ['HubSpotConversations'], scripts: ['js.usemessages.com/', '.hs-scripts.com/'] },
  listens: [
    {
      by: 'call',
      path: 'HubSpotConversations.on',
      thread: '0.payload.conversation.conversationId',
      rows: [
        ['conversationStarted', 'visitor'],
        ['contactAssociated', 'contact'],
      ],
    },
  ],
  sure: 'source',
  checked: '2026-04',
  note: 'Invitations and messages while everybody is away cannot be told from other starts.',
};
