/** Verbox as its public facts describe it. Its function is named by `supportAPIMethod`, and queues before the script is there. */
import type { StandIn } from './stand-in.ts';

export const verbox: StandIn = {
  id: 'verbox',
  prefix: 'Verbox',
  address: 'https://admin.verbox.ru/support/support.js?h=1',
  alone: true,
  stub: `window.supportAPIMethod = 'Verbox'; window.Verbox = function (...args) { window.Verbox.q.push(args); }; window.Verbox.q = [];`,
  script: `
    const { on, say } = bus();
    const waiting = window.Verbox.q;
    window.Verbox = (what, name, fn) => { if (what === 'setCallback') on(name, fn); };
    waiting.forEach((args) => window.Verbox(...args));
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
