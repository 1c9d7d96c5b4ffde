/** Help Scout as its public facts describe it. A queue before it is loaded; a form takes the place of the chat where no one is there. */
import type { StandIn } from './stand-in.ts';

export const helpScout: StandIn = {
  id: 'help-scout',
  prefix: 'HelpScout',
  address: 'https://beacon-v2.helpscout.net/',
  stub: `window.Beacon = function (method, options, data) { window.Beacon.readyQueue.push({ method, options, data }); };
window.Beacon.readyQueue = [];`,
  script: `
    const { on, say } = bus();
    const run = (method, options, data) => { if (method === 'on' || method === 'once') on(options, data); };
    const waiting = window.Beacon.readyQueue;
    window.Beacon = run;
    waiting.forEach(({ method, options, data }) => run(method, options, data));
    return {
      open: () => say('open'),
      start: () => say('chat-started', { subject: 'x' }),
      show: () => say('message-triggered', { id: 1 }),
      click: () => say('message-clicked', { id: 1 }),
      email: () => say('email-sent', {}),
    };`,
  stories: [
    ['open start', ['Window_opened', 'Client_initiate_chat']],
    ['show click start', ['Proactive_invitation_accepted']],
    ['open email', ['Window_opened', 'Offline_message_sent']],
  ],
};
