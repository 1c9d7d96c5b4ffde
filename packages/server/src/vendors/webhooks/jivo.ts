/** Jivo's webhooks: what a finished chat and an offline message say. They are not signed. */
import { listAt, textAt, timeAt, whoOf } from './payload.ts';
import type { Signal, Told, VendorWebhook } from './webhook.ts';

export const jivo: VendorWebhook = {
  vendor: 'jivo',
  signs: 'never',
  eventAt: 'event_name',
  read(body) {
    const event = textAt(body, 'event_name');
    const who = whoOf(textAt(body, 'user_token'), '', textAt(body, 'visitor.email'));
    const thread = textAt(body, 'chat_id', 'offline_message_id');
    const told = (signal: Signal, at: number | null = null): Told => ({ thread, signal, at, who });
    if (event === 'offline_message') return [told('offline')];
    if (event === 'call_event')
      return textAt(body, 'call.type') === 'callback' && textAt(body, 'call.status') === 'start'
        ? [{ ...told('callback'), thread: textAt(body, 'call.call_id', 'call_id', 'chat_id') }]
        : [];
    // An operator who accepts may have begun the chat by hand, and the visitor may not have said a word.
    if (event !== 'chat_finished') return [told('known')];
    const invited = textAt(body, 'chat.invitation', 'invitation') !== '';
    const said = listAt(body, 'chat.messages').length > 0 ? 'chat.messages' : 'messages';
    const messages = listAt(body, said).map((message): Told => {
      const agent = invited ? 'agent' : 'manual';
      return told(textAt(message, 'type') === 'visitor' ? 'visitor' : agent, timeAt(message, 'timestamp'));
    });
    const rated = textAt(body, 'chat.rate', 'rate') === '' ? [] : [told('rated')];
    return [...(invited ? [told('rule')] : []), ...untilVisitor(messages), ...rated];
  },
};

/** What decides, and nothing of what comes after. */
function untilVisitor(messages: readonly Told[]): readonly Told[] {
  const first = messages.findIndex(({ signal }) => signal === 'visitor');
  return first < 0 ? [] : messages.slice(0, first + 1).slice(-20);
}
