/** Tidio as its public facts describe it. Events of the document; its flows speak as an operator. */
import type { StandIn } from './stand-in.ts';

export const tidio: StandIn = {
  id: 'tidio',
  prefix: 'Tidio',
  address: 'https://code.tidio.co/key.js',
  script: `
    window.tidioChatApi = { on() {} };
    const tell = (name, detail) => event(document, 'tidioChat-' + name, detail);
    tell('ready');
    return {
      open: () => tell('open'),
      start: () => tell('conversationStart'),
      visitor: () => tell('messageFromVisitor', { message: 'hello' }),
      operator: () => tell('messageFromOperator', { message: 'hi' }),
      form: () => tell('preFormFilled', { email: 'zoe@shop.example' }),
    };`,
  stories: [
    [
      'open form start visitor operator visitor',
      ['Window_opened', 'User_gave_contacts_during_chat', 'Client_initiate_chat'],
    ],
    ['operator start visitor', ['Proactive_invitation_accepted']],
  ],
};
