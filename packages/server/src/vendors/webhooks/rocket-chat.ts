/** Rocket.Chat's webhooks of its live chat: rooms that begin, messages, offline messages. A token is sent along. */
import { ATTRIBUTE, at, headerOf, isSameText, listAt, textAt, timeAt, whoOf } from './payload.ts';
import type { Told, VendorWebhook } from './webhook.ts';

export const rocketChat: VendorWebhook = {
  vendor: 'rocket-chat',
  signs: 'may',
  eventAt: 'type',
  isSigned: (request, secret) => isSameText(headerOf(request, 'x-rocketchat-livechat-token'), secret),
  read(body) {
    const places = ['visitor.livechatData', 'visitor.customFields', 'customFields', 'livechatData'];
    const who = whoOf(
      textAt(body, ...places.map((place) => `${place}.${ATTRIBUTE}`)),
      '',
      textAt(body, 'visitor.email', 'visitor.email.0.address', 'visitor.visitorEmails.0.address'),
    );
    const thread = textAt(body, '_id');
    const told = (message: unknown): Told => ({
      thread,
      signal: at(message, 'agentId') === undefined ? 'visitor' : 'agent',
      at: timeAt(message, 'ts'),
      who,
    });
    switch (textAt(body, 'type')) {
      case 'LivechatOfflineMessage':
        return [
          {
            thread: [textAt(body, 'sentAt'), textAt(body, 'visitor.email')].join(' ').trim(),
            signal: 'offline',
            at: timeAt(body, 'sentAt'),
            who,
          },
        ];
      case 'LivechatSessionStart':
      case 'LivechatSession':
      case 'Message':
        return listAt(body, 'messages').slice(0, 20).map(told);
      default:
        return [];
    }
  },
};
