/** Zoho SalesIQ as its public facts describe it. Its functions are there once `ready` was called. */
import type { StandIn } from './stand-in.ts';

export const zohoSalesiq: StandIn = {
  id: 'zoho-salesiq',
  prefix: 'ZohoSalesIQ',
  address: 'https://salesiq.zohopublic.com/widget',
  stub: `window.$zoho = { salesiq: { ready() {} } };`,
  script: `
    const { on, say } = bus();
    const { salesiq } = window.$zoho;
    salesiq.visitor = Object.fromEntries(['chat', 'offlineMessage', 'trigger', 'chatmessage'].map((name) => [name, (fn) => on(name, fn)]));
    if (typeof salesiq.ready === 'function') salesiq.ready();
    return {
      chat: () => say('chat', 'v1', {}),
      offline: () => say('offlineMessage', 'v2', {}),
      rule: () => say('trigger', 'rule', {}),
    };`,
  stories: [
    ['chat chat', ['Client_initiate_chat']],
    ['rule chat', ['Proactive_invitation_accepted']],
    ['offline', ['Offline_message_sent']],
  ],
};
