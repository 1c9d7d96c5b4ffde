/** A signed POST of JSON to an address of the owner's, as the chat's webhooks are signed. */
import { DELIVERY_HEADER, SIGNATURE_HEADER } from '@goalpost/contract/chat';
import { signatureOf, standardHeaders } from '../webhooks/signature.ts';
import { sentBy, type ChannelKind } from './channel.ts';

export const webhook: ChannelKind = {
  id: 'webhook',
  target: ({ url = '' }) => url,
  reaches: ({ url = '' }) => url,
  async send({ url = '', secret = '' }, { id, message }, { post, now, signal }) {
    const { subject, text, data, attachments } = message;
    const body = JSON.stringify({ ...data, subject, text, attachments });
    const headers = {
      'content-type': 'application/json; charset=utf-8',
      'user-agent': 'Goalpost',
      [SIGNATURE_HEADER]: signatureOf(secret, body, now),
      ...standardHeaders(secret, id, body, now),
      [DELIVERY_HEADER]: id,
      'idempotency-key': id,
      'x-goalpost-event': typeof data['event'] === 'string' ? data['event'] : '',
    };
    return sentBy(await post(url, headers, body, signal));
  },
};
