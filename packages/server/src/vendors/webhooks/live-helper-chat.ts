/** Live Helper Chat's webhooks: their bodies are the administrator's to write, as docs/vendors.md says. Unsigned. */
import { ATTRIBUTE, textAt, timeAt, whoOf } from './payload.ts';
import type { Signal, Told, VendorWebhook } from './webhook.ts';

const SIGNALS: Readonly<Record<string, Signal>> = {
  chat_started: 'visitor',
  message_visitor: 'visitor',
  message_operator: 'agent',
  offline_message: 'offline',
};

export const liveHelperChat: VendorWebhook = {
  vendor: 'live-helper-chat',
  signs: 'never',
  eventAt: 'event',
  read(body) {
    const signal = SIGNALS[textAt(body, 'event').replace(/^chat\./, '')];
    if (signal === undefined) return [];
    const visitor = textAt(body, `chat.${ATTRIBUTE}`, `chat.additional_data.${ATTRIBUTE}`, ATTRIBUTE);
    const who = whoOf(visitor, textAt(body, 'chat.user_id'), textAt(body, 'chat.email'));
    const told: Told = { thread: textAt(body, 'chat.id'), signal, at: timeAt(body, 'chat.time'), who };
    return signal === 'visitor' ? [...invited(body, told), told] : [told];
  },
};

/** `chat_initiator` 1: the site's side began; with an invitation, it was a rule. */
function invited(body: unknown, told: Told): readonly Told[] {
  if (Number(textAt(body, 'chat.invitation_id')) > 0) return [{ ...told, signal: 'rule' }];
  return textAt(body, 'chat.chat_initiator') === '1' ? [{ ...told, signal: 'manual' }] : [];
}
