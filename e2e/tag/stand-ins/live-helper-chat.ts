/** Live Helper Chat as its public facts describe it. An emitter; an invitation by hand is called Manual where it has no name. */
import type { StandIn } from './stand-in.ts';

export const liveHelperChat: StandIn = {
  id: 'live-helper-chat',
  prefix: 'LiveHelperChat',
  address: 'https://lhc.shop.example/widget/wrapper/index.js',
  stub: `window.LHC_API = { args: {} };`,
  script: `
    const { on, say } = bus();
    window.$_LHC = { eventListener: { addListener: on }, loaded: true };
    return {
      open: () => say('showWidget'),
      start: () => say('chatStarted', { id: 5, hash: 'x' }, 'embed'),
      message: () => say('messageSaved'),
      rule: () => { say('showInvitation', { name: 'Free delivery' }); say('readInvitation', { name: 'Free delivery' }); },
      manual: () => { say('showInvitation', { name: 'Manual' }); say('readInvitation', { name: 'Manual' }); },
      offline: () => say('offlineMessage'),
    };`,
  stories: [
    ['open start message message', ['Window_opened', 'Client_initiate_chat']],
    ['rule start', ['Proactive_invitation_accepted']],
    ['manual start', ['Client_answer_on_agent_request']],
    ['offline', ['Offline_message_sent']],
  ],
};
