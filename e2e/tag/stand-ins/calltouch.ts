/** Calltouch as its public facts describe it. Subscriptions wait in a queue until the modules are there. */
import type { StandIn } from './stand-in.ts';

export const calltouch: StandIn = {
  id: 'calltouch',
  prefix: 'Calltouch',
  address: 'https://mod.calltouch.ru/init.js?id=1',
  stub: `window.ct = function (...args) { (window.ct.q = window.ct.q || []).push(args); };`,
  script: `
    const { on, say } = bus();
    const run = (part, which, what, list) => {
      if (part === 'modules' && which === 'widgets' && what === 'subscribeToEvent') for (const { object, action, callback } of list) on(object + ' ' + action, callback);
    };
    const waiting = window.ct.q || [];
    window.ct = (...args) => run(...args);
    window.ctw = { createRequest() {} };
    for (const args of waiting) run(...args);
    return { open: () => say('dialog open'), request: () => say('request create'), fail: () => say('request fail') };`,
  stories: [
    ['open fail request', ['Window_opened', 'Callback_requested']],
    ['fail', []],
  ],
};
