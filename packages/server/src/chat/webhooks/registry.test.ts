import { MAX_WEBHOOKS, WEBHOOK_EVENTS } from '@goalpost/contract/chat';
import { expect, it } from 'vitest';
import { createTestDocuments } from '../test-store.ts';
import { createWebhookRegistry, shownWebhook } from './registry.ts';

const COUNTER = 100_001;
const events = [...WEBHOOK_EVENTS];
const create = () => createWebhookRegistry(createTestDocuments(), { now: () => 5 });

it('makes a secret of its own for each, which nothing shows again', async () => {
  const registry = create();
  const one = await registry.add(COUNTER, { url: 'https://a.example/', events });
  const two = await registry.add(COUNTER, { url: 'https://b.example/', events });
  if (typeof one === 'string' || typeof two === 'string') throw new Error('refused');
  expect(one.secret).toMatch(/^whsec_[\w+/]{44}$/);
  expect(one.secret).not.toBe(two.secret);
  expect(shownWebhook(one)).toEqual({ id: one.id, url: 'https://a.example/', events, createdAt: 5 });
  expect(await registry.list(COUNTER)).toEqual([one, two]);
});

it('takes one address once, however it is written', async () => {
  const registry = create();
  await registry.add(COUNTER, { url: 'https://A.example', events });
  expect(await registry.add(COUNTER, { url: 'https://a.example:443/#x', events })).toBe('taken');
  expect(await registry.add(COUNTER + 1, { url: 'https://a.example/', events })).toMatchObject({
    url: 'https://a.example/',
  });
});

it('keeps each counter’s apart, and as many as there may be, also when all come at once', async () => {
  const registry = create();
  const added = await Promise.all(
    Array.from({ length: MAX_WEBHOOKS + 2 }, (_, index) =>
      registry.add(COUNTER, { url: `https://a.example/${index}`, events }),
    ),
  );
  expect(added.filter((one) => one === 'too_many')).toHaveLength(2);
  expect(await registry.list(COUNTER)).toHaveLength(MAX_WEBHOOKS);
  const [first] = await registry.list(COUNTER);
  expect(await registry.remove(COUNTER + 1, first?.id ?? '')).toBe(false);
  expect(await registry.remove(COUNTER, first?.id ?? '')).toBe(true);
  expect(await registry.remove(COUNTER, first?.id ?? '')).toBe(false);
  expect(await registry.list(COUNTER)).toHaveLength(MAX_WEBHOOKS - 1);
});
