/** Rocket.Chat as its widget 1.13.3 was seen to be. Its frame posts what the page is to do, and callbacks, from the owner’s own host. */
import type { StandIn } from './stand-in.ts';

export const rocketChat: StandIn = {
  id: 'rocket-chat',
  prefix: 'RocketChat',
  address: 'https://talk.shop.example/livechat/rocketchat-livechat.min.js',
  stub: `window.RocketChat = function (fn) { window.RocketChat._.push(fn); }; window.RocketChat._ = [];`,
  script: `
    window.RocketChat.livechat = { setCustomField() {} };
    const post = (fn, args = []) => message('https://talk.shop.example', { src: 'rocketchat', fn, args });
    // What carries nothing is a word, all else a list.
    const callback = (name, data) => post('callback', data ? [name, data] : name);
    return {
      load: () => { post('minimizeWindow'); post('showWidget'); post('ready'); },
      open: () => { post('openWidget'); callback('chat-maximized'); },
      // The first message makes a room; the agent who serves it is assigned before the chat is said to have begun.
      start: () => { callback('assign-agent', { name: 'x' }); callback('chat-started'); },
      trigger: () => { callback('assign-agent', { name: 'x' }); post('openWidget'); },
      offline: () => callback('offline-form-submit', { email: 'zoe@shop.example' }),
      form: () => callback('pre-chat-form-submit', { name: 'Zoe' }),
      end: () => callback('chat-ended'),
      foreign: () => message('https://evil.example', { src: 'rocketchat', fn: 'callback', args: 'chat-started' }),
    };`,
  stories: [
    [
      'load foreign open form start end',
      ['Window_opened', 'User_gave_contacts_during_chat', 'Client_initiate_chat'],
    ],
    ['load trigger start', ['Window_opened', 'Client_initiate_chat']],
    ['load offline', ['Offline_message_sent']],
  ],
};
