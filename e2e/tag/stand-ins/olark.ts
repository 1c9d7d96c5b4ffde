/** Olark as its public facts describe it. A queue, and any number of listeners. */
import type { StandIn } from './stand-in.ts';

export const olark: StandIn = {
  id: 'olark',
  prefix: 'Olark',
  address: 'https://static.olark.com/jsclient/loader.js',
  stub: `window.olark = function (...args) { window.olark.q.push(args); }; window.olark.q = [];`,
  script: `
    const { on, say } = bus();
    const waiting = window.olark.q;
    window.olark = (name, fn) => { if (typeof fn === 'function') on(name, fn); };
    waiting.forEach((args) => window.olark(...args));
    return {
      open: () => say('api.box.onExpand'),
      begin: () => say('api.chat.onBeginConversation'),
      visitor: () => say('api.chat.onMessageToOperator', { message: { body: 'hello' } }),
      site: () => say('api.chat.onMessageToVisitor', { message: { body: 'hi' } }),
      offline: () => say('api.chat.onOfflineMessageToOperator', {}),
    };`,
  stories: [
    ['open begin visitor site visitor', ['Window_opened', 'Client_initiate_chat']],
    ['site visitor', ['Proactive_invitation_accepted']],
    ['offline', ['Offline_message_sent']],
  ],
};
