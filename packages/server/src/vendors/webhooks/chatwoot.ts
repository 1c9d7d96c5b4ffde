/** Chatwoot's webhooks: each message of a conversation. Newer versions sign them. */
import {
  ATTRIBUTE,
  at,
  headerOf,
  hmac,
  isSameText,
  listAt,
  textAt,
  timeAt,
  timeOf,
  whoOf,
} from './payload.ts';
import type { Signal, VendorWebhook, Who } from './webhook.ts';

/** Its signature is over the time of this header, a dot and the body. */
const TIME = 'x-chatwoot-timestamp';

export const chatwoot: VendorWebhook = {
  vendor: 'chatwoot',
  signs: 'may',
  eventAt: 'event',
  isSigned(request, secret) {
    const time = headerOf(request, TIME);
    const right = hmac('sha256', secret, `${time}.`, request.body);
    return isSameText(headerOf(request, 'x-chatwoot-signature'), `sha256=${right}`);
  },
  signedAt: (request) => timeOf(headerOf(request, TIME)),
  read(body) {
    const event = textAt(body, 'event');
    if (event === 'message_created') {
      const signal = sideOf(body);
      const thread = textAt(body, 'conversation.id');
      return signal === null ? [] : [{ thread, signal, at: timeAt(body, 'created_at'), who: whoIn(body) }];
    }
    const thread = textAt(body, 'id');
    if (event !== 'conversation_created')
      return event === 'conversation_updated'
        ? [{ thread, signal: 'known', at: null, who: whoIn(body) }]
        : [];
    const campaign = textAt(body, 'campaign_id', 'additional_attributes.campaign_id') !== '';
    const signals: readonly (Signal | null)[] = [
      campaign ? 'rule' : null,
      ...listAt(body, 'messages').slice(0, 20).map(sideOf),
    ];
    return signals.flatMap((signal) =>
      signal === null ? [] : [{ thread, signal, at: timeAt(body, 'created_at'), who: whoIn(body) }],
    );
  },
};

function sideOf(message: unknown): Signal | null {
  if (at(message, 'private') === true) return null;
  const type = textAt(message, 'message_type');
  if (type === 'incoming' || type === '0') return 'visitor';
  if (type !== 'outgoing' && type !== '1') return null;
  const isBot =
    /bot|captain/i.test(textAt(message, 'sender.type', 'sender_type')) ||
    textAt(message, 'additional_attributes.campaign_id', 'campaign_id') !== '';
  return isBot ? 'rule' : 'agent';
}

const PEOPLE = ['conversation.meta.sender', 'meta.sender', 'contact', 'sender'];

function whoIn(body: unknown): Who {
  const places = ['conversation', ...PEOPLE].map((place) => `${place}.custom_attributes.${ATTRIBUTE}`);
  // The sender of an operator's message is no visitor.
  const people = PEOPLE.filter((place) => place !== 'sender' || sideOf(body) === 'visitor');
  return whoOf(
    textAt(body, `custom_attributes.${ATTRIBUTE}`, ...places),
    textAt(body, ...people.map((place) => `${place}.identifier`)),
    textAt(body, ...people.map((place) => `${place}.email`)),
  );
}
