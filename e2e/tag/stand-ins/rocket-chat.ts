/** Rocket.Chat as its public facts describe it. Its frame posts callbacks to the page from the owner’s own host. */
import type { StandIn } from './stand-in.ts';

export const rocketChat: StandIn = {
  id: 'rocket-chat',
  prefix: 'RocketChat',
  address: 'https://talk.shop.example/livechat/rocketchat-livechat.min.js',
  stub: `window.RocketChat = function (fn) { window.RocketChat._.push(fn); }; window.RocketChat._ = [];`,
  script: `
    window.RocketChat.livechat = { setCustomField() {} };
    const post = (name, data) => message('https://talk.shop.example', { src: 'rocketchat', fn: 'callback', args: [name, data] });
    return {
      open: () => post('chat-maximized'),
      start: () => post('chat-started'),
      assign: () => post('assign-agent', { name: 'x' }),
      offline: () => post('offline-form-submit', { email: 'zoe@shop.example' }),
      form: () => post('pre-chat-form-submit', {}),
      foreign: () => message('https://evil.example', { src: 'rocketchat', fn: 'callback', args: ['chat-started'] }),
    };`,
  stories: [
    ['foreign open form start', ['Window_opened', 'User_gave_contacts_during_chat', 'Client_initiate_chat']],
    ['assign start', ['Proactive_invitation_accepted']],
    ['offline', ['Offline_message_sent']],
  ],
};
