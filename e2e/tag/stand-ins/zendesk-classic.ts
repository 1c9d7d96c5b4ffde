/** Zendesk's older widget as its public facts describe it. One function; forms and ratings come as its user events. */
import type { StandIn } from './stand-in.ts';

export const zendeskClassic: StandIn = {
  id: 'zendesk-classic',
  prefix: 'ZendeskClassic',
  // The newer widget has the same function.
  alone: true,
  address: 'https://v2.zopim.com/?key',
  stub: `window.zE = function () { window.zE.q.push(arguments) }; window.zE.q = [];`,
  script: `
    const { on, say } = bus();
    const before = window.zE.q;
    window.zE = (what, name, fn) => { if (what === 'webWidget:on') on(name, fn); };
    window.$zopim = Object.assign(() => {}, { livechat: {} });
    for (const args of before) window.zE(...args);
    const user = (action) => say('userEvent', { action, category: 'Zendesk Web Widget', properties: {} });
    return {
      open: () => { say('open'); user('Web Widget Opened'); user('Chat Shown'); },
      form: () => user('Chat Request Form Submitted'),
      start: () => { user('Chat Opened'); say('chat:start'); },
      agent: () => { user('Chat Served by Operator'); say('chat:unreadMessages', 1); },
      good: () => user('Chat Rating Good'),
      removed: () => user('Chat Rating Removed'),
      ticket: () => { user('Contact Form Shown'); user('Contact Form Submitted'); },
      offline: () => user('Chat Offline Message Sent'),
    };`,
  stories: [
    [
      'open form start agent start removed good',
      ['Window_opened', 'User_gave_contacts_during_chat', 'Client_initiate_chat', 'Chat_rated'],
    ],
    ['offline', ['Offline_message_sent']],
    ['ticket', ['Form_sent']],
  ],
};
