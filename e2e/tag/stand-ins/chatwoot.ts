/** Chatwoot as its public facts describe it. Each message is an event of the window; those of the visitor are echoed too. */
import type { StandIn } from './stand-in.ts';

export const chatwoot: StandIn = {
  id: 'chatwoot',
  prefix: 'Chatwoot',
  address: 'https://chat.shop.example/packs/js/sdk.js',
  script: `
    window.$chatwoot = { hasLoaded: true, setCustomAttributes() {} };
    let messages = 0;
    const message_ = (type, conversation, more) => event(window, 'chatwoot:on-message', { id: ++messages, message_type: type, conversation_id: conversation, ...more });
    return {
      open: () => event(window, 'chatwoot:opened'),
      click: () => event(window, 'chatwoot:on-start-conversation', { hasConversation: false }),
      visitor: () => message_(0, 7),
      agent: () => message_(1, 7, { sender_type: 'User' }),
      activity: () => message_(2, 7),
      bot: () => message_(1, 7, { sender_type: 'AgentBot' }),
      second: () => message_(0, 8),
    };`,
  stories: [
    [
      'open click activity visitor agent visitor second',
      ['Window_opened', 'Client_initiate_chat', 'Client_initiate_chat'],
    ],
    ['agent visitor visitor', ['Proactive_invitation_accepted']],
    ['bot visitor', ['Proactive_invitation_accepted']],
  ],
};
