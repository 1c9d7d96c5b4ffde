/** Webhooks of a counter's chat: `/api/v1/counters/<counter>/chat/{webhooks,deliveries}`. */
import { z } from 'zod';

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
export const MAX_WEBHOOKS = 20;

export const WebhookInput = z
  .object({
    url: z.url({ protocol: /^https?$/ }).max(2_048),
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
