/** HelpCrunch as its public facts describe it. A stub keeps calls; messages of the site's side are not told. */
import type { StandIn } from './stand-in.ts';

export const helpcrunch: StandIn = {
  id: 'helpcrunch',
  prefix: 'HelpCrunch',
  address: 'https://embed.helpcrunch.com/sdk.js',
  stub: `window.HelpCrunch = function () { window.HelpCrunch.q.push(arguments) }; window.HelpCrunch.q = [];`,
  script: `
    const { on, say } = bus();
    const before = window.HelpCrunch.q;
    window.HelpCrunch = (name, fn) => { if (/^on[A-Z]/.test(name)) on(name, fn); };
    for (const args of before) window.HelpCrunch(...args);
    return {
      ready: () => say('onReady'),
      unread: () => say('onNewUnreadMessages', { unreadMessages: 1 }),
      form: () => say('onPreChatFormSubmit', { email: 'zoe@shop.example' }),
      visitor: () => say('onCustomerMessage', { text: 'x' }),
    };`,
  stories: [
    ['ready form visitor visitor', ['User_gave_contacts_during_chat', 'Client_initiate_chat']],
    ['unread visitor', ['Client_initiate_chat']],
  ],
};
