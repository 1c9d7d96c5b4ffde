/** Talk-Me as its public facts describe it. Its function is named by `supportAPIMethod`, and queues before the script is there. */
import type { StandIn } from './stand-in.ts';

export const talkMe: StandIn = {
  id: 'talk-me',
  prefix: 'TalkMe',
  address: 'https://lcab.talk-me.ru/support/support.js?h=1',
  stub: `window.supportAPIMethod = 'TalkMe'; window.TalkMe = function (...args) { window.TalkMe.q.push(args); }; window.TalkMe.q = [];`,
  script: `
    const { on, say } = bus();
    const waiting = window.TalkMe.q;
    window.TalkMe = (what, name, fn) => { if (what === 'setCallback') on(name, fn); };
    waiting.forEach((args) => window.TalkMe(...args));
    return {
      open: () => say('openSupport'),
      visitor: () => say('clientSendMessage'),
      contacts: () => say('contactsUpdated', { name: 'Zoe', email: 'zoe@shop.example', phone: '+7' }),
    };`,
  stories: [
    [
      'open visitor visitor contacts',
      ['Window_opened', 'Client_initiate_chat', 'User_gave_contacts_during_chat'],
    ],
    ['open', ['Window_opened']],
  ],
};
