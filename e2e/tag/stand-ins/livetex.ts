/** LiveTex as its public facts describe it. Its page API comes later than its object. */
import type { StandIn } from './stand-in.ts';

export const livetex: StandIn = {
  id: 'livetex',
  prefix: 'LiveTex',
  address: 'https://cs15.livetex.ru/js/client.js',
  stub: `window.liveTexID = 1; window.LiveTex = {};`,
  script: `
    const { on, say } = bus();
    requestIdleCallback(() => { window.LiveTex.on = on; });
    return {
      open: () => say('chat_open'),
      invite: () => say('chat_invitation_open'),
      take: () => say('chat_invitation_action'),
      lead: () => say('lead_action'),
      offline: () => say('offline_action'),
    };`,
  stories: [
    ['open lead', ['Window_opened', 'User_gave_contacts_during_chat']],
    ['invite take', ['Proactive_invitation_accepted']],
    ['offline', ['Offline_message_sent']],
  ],
};
