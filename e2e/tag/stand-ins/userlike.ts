/** Userlike as its public facts describe it. One function of the page hears all. */
import type { StandIn } from './stand-in.ts';

export const userlike: StandIn = {
  id: 'userlike',
  prefix: 'Userlike',
  address: 'https://userlike-cdn-widgets.s3-eu-west-1.amazonaws.com/k.js',
  stub: `window.userlikeConfig = {};`,
  script: `
    window.userlike = { userlikeStartChat() {} };
    const tell = (name) => { if (typeof window.userlikeTrackingEvent === 'function') window.userlikeTrackingEvent(name, { widget_id: 1, client_uuid: 'c' }, { chat_id: 3, session_id: 's' }); };
    return { heard: () => typeof window.userlikeTrackingEvent === 'function', start: () => tell('chat_started'), visitor: () => tell('message_client_terminating'), operator: () => tell('message_operator_terminating'), quit: () => tell('chat_quit') };`,
  stories: [
    ['start visitor operator quit', ['Client_initiate_chat']],
    ['quit', []],
  ],
};
