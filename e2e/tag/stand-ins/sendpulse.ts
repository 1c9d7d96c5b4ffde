/** SendPulse as its public facts describe it. Events of the browser; flows and people speak by the same one. */
import type { StandIn } from './stand-in.ts';

export const sendpulse: StandIn = {
  id: 'sendpulse',
  prefix: 'SendPulse',
  address: 'https://cdn.pulse.is/livechat/loader.js',
  script: `
    const say = (name, more) => event(document, name, { timestamp: '2026-11-30T10:00:00Z', visitorId: 'v', chatId: 'project', ...more });
    say('spLiveChatLoaded');
    return {
      open: () => say('spLiveChatOpened'),
      close: () => say('spLiveChatClosed'),
      button: () => say('spGreetingButtonClicked', { button: { text: 'Prices', type: 'flow', id: 1 } }),
      first: () => { say('spChatInitiated', { message: 'x' }); say('spMessageSent', { message: 'x', type: 'text' }); },
      again: () => say('spMessageSent', { message: 'x', type: 'text' }),
      answer: () => say('spMessageReceived', { message: 'x', type: 'text' }),
    };`,
  stories: [
    ['open first answer again close', ['Window_opened', 'Client_initiate_chat']],
    ['button first', ['Proactive_invitation_accepted']],
    ['answer first again', ['Proactive_invitation_accepted']],
    ['close', []],
  ],
};
