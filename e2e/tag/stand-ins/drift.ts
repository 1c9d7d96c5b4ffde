/** Drift as its public facts describe it. Campaigns are told apart from conversations, which have ids. */
import type { StandIn } from './stand-in.ts';

export const drift: StandIn = {
  id: 'drift',
  prefix: 'Drift',
  address: 'https://js.driftt.com/include/1/site.js',
  script: `
    const { on, say } = bus();
    window.drift = { on };
    return {
      start: () => say('startConversation', { conversationId: 5 }),
      campaign: () => { say('campaign:open', { campaignId: 1 }); say('campaign:click', { campaignId: 1 }); },
      email: () => say('emailCapture', { data: { email: 'zoe@shop.example' } }),
      book: () => say('scheduling:meetingBooked', {}),
    };`,
  stories: [
    ['start start email book', ['Client_initiate_chat', 'User_gave_contacts_during_chat', 'Meeting_booked']],
    ['campaign start', ['Proactive_invitation_accepted']],
  ],
};
