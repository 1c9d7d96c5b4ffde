/** Vendors whose webhooks are taken. A new one is a file here and a line in this list. */
import { chatwoot } from './chatwoot.ts';
import { crisp } from './crisp.ts';
import { intercom } from './intercom.ts';
import { jivo } from './jivo.ts';
import { liveHelperChat } from './live-helper-chat.ts';
import { rocketChat } from './rocket-chat.ts';
import type { VendorWebhook } from './webhook.ts';

export const WEBHOOKS: readonly VendorWebhook[] = [
  chatwoot,
  crisp,
  intercom,
  jivo,
  liveHelperChat,
  rocketChat,
];

const BY_VENDOR = new Map(WEBHOOKS.map((webhook) => [webhook.vendor, webhook]));

export const webhookOf = (vendor: string): VendorWebhook | undefined => BY_VENDOR.get(vendor);
