/** A signed POST of JSON to an address of the owner's, as the chat's webhooks are signed. */
import { webhookHeaders } from '../webhooks/signature.ts';
import { sentBy, type ChannelKind } from './channel.ts';

export const webhook: ChannelKind = {
  id: 'webhook',
  target: ({ url = '' }) => url,
  reaches: ({ url = '' }) => url,
  async send({ url = '', secret = '' }, { id, message }, { post, now, signal }) {
    const { subject, text, data, attachments } = message;
    const body = JSON.stringify({ ...data, subject, text, attachments });
    const event = typeof data['event'] === 'string' ? data['event'] : '';
    const headers = webhookHeaders({ secret, id, event, body }, now);
    return sentBy(await post(url, headers, body, signal));
  },
};
