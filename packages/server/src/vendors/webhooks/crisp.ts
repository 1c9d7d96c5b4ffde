/** Crisp's webhooks: messages of both sides, and data of the session. Those of plugins are signed. */
import { ATTRIBUTE, at, headerOf, hmac, isSameText, textAt, timeAt, timeOf, whoOf } from './payload.ts';
import type { Signal, VendorWebhook } from './webhook.ts';

/** Its signature is over the time of this header and the body. */
const TIME = 'x-crisp-request-timestamp';

export const crisp: VendorWebhook = {
  vendor: 'crisp',
  signs: 'may',
  eventAt: 'event',
  isSigned(request, secret) {
    const right = hmac('sha256', secret, `[${headerOf(request, TIME)};`, request.body, ']');
    return isSameText(headerOf(request, 'x-crisp-signature'), right);
  },
  signedAt: (request) => timeOf(headerOf(request, TIME)),
  read(body) {
    const event = textAt(body, 'event');
    const signal = signalOf(event, body);
    if (signal === null) return [];
    // The user of an operator's message is the operator.
    const ofVisitor = signal === 'visitor' || signal === 'known';
    const email = event === 'session:set_email' ? 'data.email' : 'data.user.email';
    const visitor = textAt(
      body,
      `data.data.${ATTRIBUTE}`,
      ...(ofVisitor ? [`data.user.data.${ATTRIBUTE}`] : []),
    );
    return [
      {
        thread: textAt(body, 'data.session_id'),
        signal,
        at: timeAt(body, 'data.timestamp', 'timestamp'),
        who: whoOf(visitor, '', ofVisitor ? textAt(body, email) : ''),
      },
    ];
  },
};

function signalOf(event: string, body: unknown): Signal | null {
  if (event === 'message:send') return textAt(body, 'data.from') === 'operator' ? null : 'visitor';
  if (event === 'message:received') return at(body, 'data.automated') === true ? 'rule' : 'agent';
  return event === 'session:set_data' || event === 'session:set_email' ? 'known' : null;
}
