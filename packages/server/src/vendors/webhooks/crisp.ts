/** Crisp's webhooks: messages of both sides, and data of the session. Those of plugins are signed. */
import { ATTRIBUTE, at, headerOf, hmac, isSameText, textAt, timeAt, whoOf } from './payload.ts';
import type { Signal, VendorWebhook } from './webhook.ts';

export const crisp: VendorWebhook = {
  vendor: 'crisp',
  signs: 'may',
  isSigned(request, secret) {
    const given = headerOf(request, 'x-crisp-signature');
    const time = headerOf(request, 'x-crisp-request-timestamp');
    return isSameText(given, hmac('sha256', secret, `[${time};`, request.body, ']'));
  },
  read(body) {
    const event = textAt(body, 'event');
    const signal = signalOf(event, body);
    if (signal === null) return [];
    const email =
      event === 'session:set_email' ? textAt(body, 'data.email') : textAt(body, 'data.user.email');
    const visitor = textAt(body, `data.data.${ATTRIBUTE}`, `data.user.data.${ATTRIBUTE}`);
    return [
      {
        thread: textAt(body, 'data.session_id'),
        signal,
        at: timeAt(body, 'data.timestamp', 'timestamp'),
        who: whoOf(visitor, '', email),
      },
    ];
  },
};

function signalOf(event: string, body: unknown): Signal | null {
  if (event === 'message:send') return textAt(body, 'data.from') === 'operator' ? null : 'visitor';
  if (event === 'message:received') return at(body, 'data.automated') === true ? 'rule' : 'agent';
  return event === 'session:set_data' || event === 'session:set_email' ? 'known' : null;
}
