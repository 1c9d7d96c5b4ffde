/** HubSpot as its public facts describe it. Functions wait for it; then its page API takes listeners. */
import type { StandIn } from './stand-in.ts';

export const hubspot: StandIn = {
  id: 'hubspot',
  prefix: 'HubSpot',
  address: 'https://js.hs-scripts.com/1.js',
  script: `
    const { on, say } = bus();
    window.HubSpotConversations = { on };
    (window.hsConversationsOnReady || []).forEach((fn) => fn());
    return {
      start: () => say('conversationStarted', { payload: { conversation: { conversationId: 9 } } }),
      known: () => say('contactAssociated', { message: 'visitor has identified' }),
      unread: () => say('unreadConversationCountChanged', { unreadCount: 1 }),
    };`,
  stories: [
    ['unread start start known', ['Client_initiate_chat', 'User_gave_contacts_during_chat']],
    ['unread', []],
  ],
};
