/** Signs webhooks, so that a receiver can tell ours from forged and repeated ones. */
import { DELIVERY_HEADER, SIGNATURE_HEADER } from '@goalpost/contract/chat';
import { createHmac } from 'node:crypto';

/** @param now milliseconds since the epoch */
export function signatureOf(secret: string, body: string, now: number): string {
  const seconds = Math.floor(now / 1_000);
  const mac = createHmac('sha256', secret).update(`${seconds}.${body}`).digest('hex');
  return `t=${seconds},v1=${mac}`;
}

const PREFIX = 'whsec_';

/** The same in the form of Standard Webhooks, which libraries of many languages check. */
export function standardHeaders(
  secret: string,
  id: string,
  body: string,
  now: number,
): Readonly<Record<string, string>> {
  const seconds = Math.floor(now / 1_000);
  const key = Buffer.from(secret.slice(PREFIX.length), 'base64');
  const mac = createHmac('sha256', key).update(`${id}.${seconds}.${body}`).digest('base64');
  return { 'webhook-id': id, 'webhook-timestamp': String(seconds), 'webhook-signature': `v1,${mac}` };
}

export interface Signed {
  readonly secret: string;
  /** The same at each attempt. */
  readonly id: string;
  readonly event: string;
  /** JSON. */
  readonly body: string;
}

/** Everything that a webhook is posted with, whatever it tells of. */
export const webhookHeaders = (
  { secret, id, event, body }: Signed,
  now: number,
): Readonly<Record<string, string>> => ({
  'content-type': 'application/json; charset=utf-8',
  'user-agent': 'Goalpost',
  [SIGNATURE_HEADER]: signatureOf(secret, body, now),
  ...standardHeaders(secret, id, body, now),
  [DELIVERY_HEADER]: id,
  'idempotency-key': id,
  'x-goalpost-event': event,
});
