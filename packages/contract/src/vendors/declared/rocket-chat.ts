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
      name: '0.args.0',
      hosts: [],
      rows: [
        ['chat-maximized', 'opened', '0.src', 'rocketchat'],
        ['assign-agent', 'rule', '0.src', 'rocketchat'],
        ['chat-started', 'visitor', '0.src', 'rocketchat'],
        ['offline-form-submit', 'offline', '0.src', 'rocketchat'],
        ['pre-chat-form-submit', 'contact', '0.src', 'rocketchat'],
      ],
    },
  ],
  hands: { path: 'RocketChat.livechat.setCustomField', args: ['goalpost_visitor', '$visitor'] },
  sure: 'source',
  checked: '73e35bf',
  note: 'Of invitations, only those of triggers whose sender is the queue are shown.',
};
