/** LiveChat as its public facts describe it. Events of both sides, with greetings and kinds of forms. */
import type { StandIn } from './stand-in.ts';

export const livechat: StandIn = {
  id: 'livechat',
  prefix: 'LiveChat',
  address: 'https://cdn.livechatinc.com/tracking.js',
  stub: `window.__lc = { license: 1 };`,
  script: `
    const { on, say } = bus();
    window.LiveChatWidget = { on, once: on, off() {}, get: () => ({}) };
    const post = (type, more) => say('new_event', { timestamp: 1, type: 'message', author: { id: 'x', type }, ...more });
    return {
      open: () => say('visibility_changed', { visibility: 'maximized' }),
      customer: () => post('customer'),
      agent: () => post('agent'),
      greeting: () => { say('greeting_displayed', { id: 1, uniqueId: 'g' }); post('agent', { greeting: { id: 1, uniqueId: 'g' } }); },
      ticket: () => say('form_submitted', { type: 'ticket' }),
      prechat: () => say('form_submitted', { type: 'prechat' }),
      rate: () => say('rating_submitted', 'good'),
    };`,
  stories: [
    [
      'open prechat customer agent customer rate',
      ['Window_opened', 'User_gave_contacts_during_chat', 'Client_initiate_chat', 'Chat_rated'],
    ],
    ['greeting customer', ['Proactive_invitation_accepted']],
    ['agent customer', ['Client_answer_on_agent_request']],
    ['ticket', ['Offline_message_sent']],
  ],
};
