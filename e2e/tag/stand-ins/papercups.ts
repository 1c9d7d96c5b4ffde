/** Papercups as its public facts describe it. Its frame posts what is done; whose message it is stands in the payload. */
import type { StandIn } from './stand-in.ts';

export const papercups: StandIn = {
  id: 'papercups',
  prefix: 'Papercups',
  address: 'https://app.papercups.io/widget.js',
  script: `
    window.Papercups = { config: {} };
    const post = (event, payload) => message('https://chat-widget.papercups.io', { event, payload });
    return {
      load: () => post('chat:loaded'),
      // The frame says what is sent, without the conversation, and then what has come of it.
      customer: () => { post('message:sent', { customer_id: 'c', body: 'hello' }); post('message:received', { id: 1, customer_id: 'c', conversation_id: 'x', body: 'hello' }); },
      agent: () => post('message:received', { id: 2, user_id: 3, conversation_id: 'x', body: 'hi' }),
      foreign: () => message('https://papercups.evil.example', { event: 'message:received', payload: { customer_id: 'c', conversation_id: 'y' } }),
    };`,
  stories: [
    ['load foreign customer agent customer', ['Client_initiate_chat']],
    ['agent customer', ['Proactive_invitation_accepted']],
  ],
};
