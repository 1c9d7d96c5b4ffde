/** Tawk.to as its public facts describe it. Events of the window stand beside the functions of the page. */
import type { StandIn } from './stand-in.ts';

export const tawk: StandIn = {
  id: 'tawk',
  prefix: 'Tawk',
  address: 'https://embed.tawk.to/1/default',
  stub: `window.Tawk_API = window.Tawk_API || {}; window.Tawk_LoadStart = new Date();`,
  script: `
    const tell = (name, detail) => event(window, 'tawk' + name, detail);
    tell('Load');
    return {
      open: () => tell('ChatMaximized'),
      start: () => tell('ChatStarted'),
      visitor: () => tell('ChatMessageVisitor', 'hello'),
      agent: () => tell('ChatMessageAgent', 'hi'),
      prechat: () => tell('PrechatSubmit', { email: 'zoe@shop.example' }),
      offline: () => tell('OfflineSubmit', {}),
      rate: () => tell('ChatSatisfaction', 1),
    };`,
  stories: [
    [
      'open prechat start visitor agent visitor rate',
      ['Window_opened', 'User_gave_contacts_during_chat', 'Client_initiate_chat', 'Chat_rated'],
    ],
    ['agent visitor', ['Proactive_invitation_accepted']],
    ['offline', ['Offline_message_sent']],
  ],
};
