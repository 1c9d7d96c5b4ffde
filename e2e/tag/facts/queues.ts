/** Chats whose snippet keeps what it is called with until the script is there. */
import { nothing, type VendorFacts } from './vendor-facts.ts';

/** A function that keeps what it is called with, as its list is called, until the script is there. */
const queue = (name: string, list: string): string =>
  `window.${name} = function () { window.${name}.${list}.push(arguments) }; window.${name}.${list} = [];`;

export const QUEUES: readonly VendorFacts[] = [
  {
    id: 'crisp',
    prefix: 'Crisp',
    address: 'https://client.crisp.chat/l.js',
    snippet: `window.$crisp = []; window.CRISP_WEBSITE_ID = '1';`,
    script: `
      const { on, fire } = slots();
      const take = ([verb, name, run]) => { if (verb === 'on') on(name, run); };
      const before = window.$crisp;
      window.$crisp = { push: take, is: () => true, get() {} };
      before.forEach(take);
      return fire;`,
    events: [
      ['chat:opened', '', 'opened'],
      ['message:sent', `{ content: 'x' }`, 'visitor'],
      ['message:received', `{ content: 'x', from: 'operator' }`, 'site'],
      ['user:email:changed', `'zoe@shop.example'`, 'contact'],
      ...nothing(
        'session:loaded',
        'chat:closed',
        'message:compose:sent',
        'message:compose:received',
        'user:nickname:changed',
        'user:avatar:changed',
        'website:availability:changed',
        'helpdesk:queried',
      ),
    ],
  },
  {
    id: 'intercom',
    prefix: 'Intercom',
    address: 'https://widget.intercom.io/widget/x',
    snippet: queue('Intercom', 'q'),
    script: `
      const { on, fire } = bus();
      const before = window.Intercom.q;
      window.Intercom = (verb, run) => { if (/^on/.test(verb)) on(verb, run); };
      for (const args of before) window.Intercom(...args);
      return fire;`,
    events: [
      ['onShow', '', 'opened'],
      ['onUserEmailSupplied', '', 'contact'],
      ['onHide', ''],
      ['onUnreadCountChange', '2'],
    ],
  },
  {
    id: 'olark',
    prefix: 'Olark',
    address: 'https://www.olark.com/r3s/loader.js',
    snippet: queue('olark', 's'),
    script: `
      const { on, fire } = bus();
      const before = window.olark.s;
      window.olark = (name, run) => on(name, run);
      for (const args of before) window.olark(...args);
      return fire;`,
    events: [
      ['api.box.onExpand', '', 'opened'],
      ['api.chat.onBeginConversation', '', 'visitor'],
      ['api.chat.onMessageToVisitor', '{ message: {} }', 'site'],
      ['api.chat.onOfflineMessageToOperator', '{ message: {} }', 'offline'],
      ...nothing(
        'api.chat.onOperatorsAvailable',
        'api.chat.onOperatorsAway',
        'api.box.onShow',
        'api.box.onHide',
        'api.box.onShrink',
      ),
    ],
  },
  {
    id: 'smartsupp',
    prefix: 'Smartsupp',
    address: 'https://www.smartsuppchat.com/loader.js',
    snippet: queue('smartsupp', '_'),
    script: `
      const { on, fire } = bus();
      const before = window.smartsupp._;
      window.smartsupp = (verb, name, run) => { if (verb === 'on') on(name, run); };
      for (const args of before) window.smartsupp(...args);
      return fire;`,
    events: [
      ['message_sent', '', 'visitor'],
      ['message_received', '', 'site'],
      ['messenger_close', ''],
    ],
  },
  {
    id: 'help-scout',
    prefix: 'HelpScout',
    address: 'https://beacon-v2.helpscout.net',
    snippet: `window.Beacon = function (method, options, data) { Beacon.readyQueue.push({ method, options, data }) }; Beacon.readyQueue = [];`,
    script: `
      const { on, fire } = bus();
      const before = window.Beacon.readyQueue;
      window.Beacon = (method, name, run) => { if (method === 'on' || method === 'once') on(name, run); };
      for (const { method, options, data } of before) window.Beacon(method, options, data);
      return fire;`,
    events: [
      ['open', '', 'opened'],
      ['chat-started', '{}', 'visitor'],
      ['email-sent', '{}', 'offline'],
      ['message-clicked', '{ id: 1 }', 'rule'],
      ...nothing(
        'ready',
        'close',
        'chat-ended',
        'message-triggered',
        'message-closed',
        'search',
        'article-viewed',
      ),
    ],
  },
];
