/** Intercom as its public facts describe it. Says when it is shown and that an e-mail was given, and nothing of messages. */
import type { StandIn } from './stand-in.ts';

export const intercom: StandIn = {
  id: 'intercom',
  prefix: 'Intercom',
  address: 'https://widget.intercom.io/widget/app',
  stub: `window.Intercom = function (...args) { window.Intercom.q.push(args); }; window.Intercom.q = []; window.intercomSettings = { app_id: 'app' };`,
  script: `
    const { on, say } = bus();
    const waiting = window.Intercom.q;
    window.Intercom = (what, fn) => { if (typeof fn === 'function') on(what, fn); };
    waiting.forEach((args) => window.Intercom(...args));
    return { open: () => say('onShow'), hide: () => say('onHide'), unread: () => say('onUnreadCountChange', 1), email: () => say('onUserEmailSupplied') };`,
  stories: [
    ['unread open hide email', ['Window_opened', 'User_gave_contacts_during_chat']],
    ['unread', []],
  ],
};
