/** Smartsupp as its public facts describe it. A queue; messages of both sides. */
import type { StandIn } from './stand-in.ts';

export const smartsupp: StandIn = {
  id: 'smartsupp',
  prefix: 'Smartsupp',
  address: 'https://www.smartsuppchat.com/loader.js?',
  stub: `window._smartsupp = { key: 'k' }; window.smartsupp = function (...args) { window.smartsupp._.push(args); }; window.smartsupp._ = [];`,
  script: `
    const { on, say } = bus();
    const waiting = window.smartsupp._;
    window.smartsupp = (what, name, fn) => { if (what === 'on') on(name, fn); };
    waiting.forEach((args) => window.smartsupp(...args));
    return { visitor: () => say('message_sent', {}), site: () => say('message_received', {}), close: () => say('messenger_close') };`,
  stories: [
    ['visitor site visitor close', ['Client_initiate_chat']],
    ['site visitor', ['Proactive_invitation_accepted']],
  ],
};
