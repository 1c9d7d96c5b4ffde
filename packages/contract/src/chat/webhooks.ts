/** Webhooks of a counter's chat: `/api/v1/counters/<counter>/chat/{webhooks,deliveries}`. */
import { z } from 'zod';
import { HttpAddress } from '../notices/http-address.ts';

export const WEBHOOK_EVENTS = [
  'chat_accepted',
  'chat_updated',
  'chat_finished',
  'offline_message',
  'client_updated',
] as const;
export type WebhookEvent = (typeof WEBHOOK_EVENTS)[number];

/** `t=<seconds since the epoch>,v1=<HMAC-SHA256 of "<t>.<body>" by the secret, hex>`. */
export const SIGNATURE_HEADER = 'x-goalpost-signature';
/** Id of the delivery, the same at every attempt: what was taken already can be told by it. */
export const DELIVERY_HEADER = 'x-goalpost-delivery';
export const MAX_WEBHOOKS = 20;

/** Why there was no answer, as `lastAnswer` begins then; closed, so that clients can say it in their language. */
export const WEBHOOK_FAULTS = {
  private: 'The address is in a private network, which webhooks may not reach',
  timeout: 'No answer in time',
  no_host: 'No such host',
  refused: 'The connection was refused',
  broken: 'The connection was broken off',
  certificate: 'The certificate is not valid for this address',
  removed: 'The webhook was removed before this was sent',
  overdue: 'The address took nothing for so long that this was given up',
  other: 'The request failed',
} as const;
/** As the answer of a channel by mail begins on a server that sends none. */
export const NO_MAIL_SERVER = 'This server has no SMTP server';
export type WebhookFault = keyof typeof WEBHOOK_FAULTS;

export const WebhookInput = z
  .object({
    url: HttpAddress,
    events: z
      .array(z.enum(WEBHOOK_EVENTS))
      .min(1)
      .transform((events) => [...new Set(events)])
      .default([...WEBHOOK_EVENTS]),
  })
  .meta({ id: 'ChatWebhookInput' });
export type WebhookInput = z.infer<typeof WebhookInput>;

export const Webhook = z
  .object({
    id: z.string(),
    url: z.string(),
    events: z.array(z.enum(WEBHOOK_EVENTS)),
    /** Milliseconds since the epoch. */
    createdAt: z.number(),
  })
  .meta({ id: 'ChatWebhook' });
export type Webhook = z.infer<typeof Webhook>;

/** `GET …/chat/webhooks`. */
export const WebhookList = z.object({ webhooks: z.array(Webhook) });
/** `POST …/chat/webhooks`: the secret is shown this once. */
export const WebhookMade = z.object({ webhook: Webhook, secret: z.string() });
export type WebhookMade = z.infer<typeof WebhookMade>;

export const WebhookDelivery = z
  .object({
    id: z.string(),
    url: z.string(),
    /** One of the events, or `test`. */
    event: z.string(),
    /** JSON, as it was or will be sent. */
    payload: z.string(),
    status: z.enum(['waiting', 'delivered', 'failed']),
    attempts: z.number().int(),
    /** Of the next try, where one is to come; milliseconds since the epoch. */
    nextAt: z.number().nullable(),
    /** Status and beginning of what the address answered, or why it did not. */
    lastAnswer: z.string(),
    createdAt: z.number(),
  })
  .meta({ id: 'ChatWebhookDelivery' });
export type WebhookDelivery = z.infer<typeof WebhookDelivery>;

/** `GET …/chat/deliveries?limit`: newest first. */
export const WebhookDeliveryList = z.object({ deliveries: z.array(WebhookDelivery) });
/** `POST …/chat/webhooks/<webhook>/test` and `POST …/chat/deliveries/<delivery>/resend`. */
export const WebhookDeliveryAnswer = z.object({ delivery: WebhookDelivery });
