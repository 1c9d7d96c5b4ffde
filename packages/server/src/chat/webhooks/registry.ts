/** The webhooks of each counter: addresses, which events they want, and their secrets. */
import { MAX_WEBHOOKS, WEBHOOK_EVENTS, type Webhook } from '@goalpost/contract/chat';
import { randomBytes, randomUUID } from 'node:crypto';
import { z } from 'zod';
import type { Clock } from '../../kit/clock.ts';
import { createKeyedQueue } from '../../kit/nodes/keyed-queue.ts';
import type { KeptWebhook, WebhookRegistry } from '../../notify/webhooks/port.ts';
import type { ChatDocuments } from '../port.ts';

const Kept = z.object({
  id: z.string(),
  url: z.string(),
  events: z.array(z.enum(WEBHOOK_EVENTS)),
  secret: z.string(),
  createdAt: z.number(),
});
const Document = z.array(Kept);

/** Without padding in base64, as libraries of Standard Webhooks read it. */
const SECRET_BYTES = 33;

export function createWebhookRegistry(documents: ChatDocuments, clock: Clock): WebhookRegistry {
  const queue = createKeyedQueue();

  async function list(counterId: number): Promise<KeptWebhook[]> {
    return Document.parse((await documents.read(counterId, 'webhooks')) ?? []);
  }

  /** One change of a counter's list at a time. */
  const change = <T>(counterId: number, work: (all: KeptWebhook[]) => Promise<T>): Promise<T> =>
    queue.run(String(counterId), async () => work(await list(counterId)));

  return {
    list,
    add: (counterId, { url, events }) =>
      change(counterId, async (all) => {
        const address = addressOf(url);
        if (all.some((one) => one.url === address)) return 'taken';
        if (all.length >= MAX_WEBHOOKS) return 'too_many';
        const made: KeptWebhook = {
          id: randomUUID(),
          url: address,
          events,
          secret: `whsec_${randomBytes(SECRET_BYTES).toString('base64')}`,
          createdAt: clock.now(),
        };
        await documents.save(counterId, 'webhooks', [...all, made]);
        return made;
      }),
    remove: (counterId, id) =>
      change(counterId, async (all) => {
        const rest = all.filter((one) => one.id !== id);
        if (rest.length === all.length) return false;
        await documents.save(counterId, 'webhooks', rest);
        return true;
      }),
  };
}

/** One form for one address; what follows `#` is never sent. */
function addressOf(url: string): string {
  const address = new URL(url);
  address.hash = '';
  return address.href;
}

/** Without the secret, which is shown once. */
export function shownWebhook({ id, url, events, createdAt }: KeptWebhook): Webhook {
  return { id, url, events, createdAt };
}
