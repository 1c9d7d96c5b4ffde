/** Freshchat as its public facts describe it. Events of both sides, of the window and of ratings. */
import type { StandIn } from './stand-in.ts';

export const freshchat: StandIn = {
  id: 'freshchat',
  prefix: 'Freshchat',
  address: 'https://wchat.freshchat.com/js/widget.js',
  script: `
    const { on, say } = bus();
    window.fcWidget = { on };
    return {
      open: () => say('widget:opened'),
      visitor: () => say('message:sent', {}),
      site: () => say('message:received', {}),
      user: () => say('user:created', {}),
      rate: () => say('csat:updated', {}),
    };`,
  stories: [
    [
      'open visitor site visitor user rate',
      ['Window_opened', 'Client_initiate_chat', 'User_gave_contacts_during_chat', 'Chat_rated'],
    ],
    ['site visitor', ['Proactive_invitation_accepted']],
  ],
};
