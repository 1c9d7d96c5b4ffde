/** Rocket.Chat: how its widget is seen on a page, and what its events say. */
import type { Vendor } from '../vendor.ts';

export const rocketChat: Vendor = {
  id: 'rocket-chat',
  name: 'Rocket.Chat',
  prefix: 'RocketChat',
  seen: { globals: ['RocketChat', 'initRocket'], scripts: ['/livechat/rocketchat-livechat', '/livechat?'] },
  listens: [
    {
      by: 'messages',
      name: '0.src',
      hosts: [],
      rows: [
        ['rocketchat', 'opened', '0.fn', 'openWidget'],
        ['rocketchat', 'opened', '0.args', 'chat-maximized'],
        ['rocketchat', 'opened', '0.args.0', 'chat-maximized'],
        // Callbacks that carry nothing are a word, the others a list.
        ['rocketchat', 'visitor', '0.args', 'chat-started'],
        ['rocketchat', 'visitor', '0.args.0', 'chat-started'],
        ['rocketchat', 'offline', '0.args.0', 'offline-form-submit'],
        ['rocketchat', 'contact', '0.args.0', 'pre-chat-form-submit'],
      ],
    },
  ],
  hands: { path: 'RocketChat.livechat.setCustomField', args: ['goalpost_visitor', '$visitor'] },
  sure: 'source',
  checked: '@rocket.chat/livechat 1.13.3',
  note: 'An agent is assigned before the visitor’s chat begins and by a trigger alike: invitations cannot be told.',
};
