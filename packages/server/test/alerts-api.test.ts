/** Alerts and their channels over HTTP, in the whole server. */
import type { Alert, AlertReplay, Channel } from '@goalpost/contract/notices';
import type { ApiError } from '@goalpost/contract/management';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { startServer, type TestServer } from './start-server.ts';
import { startReceiver, type WebhookReceiver } from './webhook-receiver.ts';

let server: TestServer;
let receiver: WebhookReceiver;
let counterId: number;

beforeAll(async () => {
  receiver = await startReceiver();
  server = await startServer({ environment: { GOALPOST_WEBHOOKS_PRIVATE: '1' } });
  const made = await call<{ counter: { id: number } }>('POST', '/management/v1/counters', {
    counter: { name: 'Shop', site: 'shop.example' },
  });
  counterId = made.body.counter.id;
  // The engine starts beside the server: once a hit is in the reports, it answers.
  const hit = new URLSearchParams({
    'page-url': 'https://shop.example/',
    'browser-info': 'pv:1:u:1750000000000000001',
  });
  await fetch(`${server.url}/watch/${counterId}?${hit.toString()}`, {
    headers: {
      'user-agent':
        'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 Chrome/142.0.0.0 Safari/537.36',
    },
  });
  await server.flushed();
});
afterAll(async () => {
  await server.close();
  await receiver.close();
});

async function call<T>(
  method: string,
  path: string,
  body?: unknown,
): Promise<{ status: number; body: T & ApiError }> {
  const response = await fetch(`${server.url}${path}`, {
    method,
    headers: { authorization: `OAuth ${server.token}`, 'content-type': 'application/json' },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  return { status: response.status, body: (await response.json()) as T & ApiError };
}

const of = (what: string): string => `/api/v1/counters/${counterId}/${what}`;

it('[A36] [A39] a channel is added and tried, an alert set on it, tried on the past, changed and deleted', async () => {
  const { body: added } = await call<{ channel: Channel; secret: string }>('POST', of('channels'), {
    channel: { kind: 'webhook', url: `${receiver.url}/told` },
  });
  expect(added.secret).toMatch(/^whsec_/);
  const tested = await call<{ channel: Channel }>('POST', of(`channels/${added.channel.id}/test`));
  expect(tested.body.channel).toMatchObject({ failing: false, waiting: 0 });
  expect(await receiver.next()).toMatchObject({
    path: '/told',
    body: { event: 'test', counter_id: counterId },
  });

  const settings = { kind: 'goal_stopped', channels: [added.channel.id], language: 'ru' };
  const { body: set } = await call<{ alert: Alert }>('POST', of('alerts'), { alert: settings });
  expect(set.alert).toMatchObject({
    ...settings,
    goal_id: null,
    enabled: true,
    happenings: [],
    looked_at: null,
  });
  const replayed = await call<AlertReplay>('POST', of('alerts/replay'), { alert: { kind: 'tag_silent' } });
  expect(replayed).toMatchObject({ status: 200, body: { happenings: [], watched_from: null } });

  const off = { ...settings, kind: 'chat_unanswered', minutes: 3, enabled: false };
  await call('PUT', of(`alerts/${set.alert.id}`), { alert: off });
  const listed = await call<{ alerts: Alert[] }>('GET', of('alerts'));
  expect(listed.body.alerts).toMatchObject([off]);
  const audit = await call<{ entries: { subject: string; verb: string }[] }>('GET', '/api/v1/audit?limit=4');
  expect(audit.body.entries.map(({ subject, verb }) => `${subject} ${verb}`)).toEqual(
    expect.arrayContaining(['alert changed', 'alert made', 'channel made']),
  );
  expect((await call('DELETE', of(`alerts/${set.alert.id}`))).status).toBe(200);
  expect((await call('DELETE', of(`channels/${added.channel.id}`))).status).toBe(200);
  expect((await call('DELETE', of(`alerts/${set.alert.id}`))).status).toBe(404);
});

it.each([
  ['alerts', { alert: { kind: 'nothing', channels: ['a'] } }, 'alert.kind'],
  ['alerts', { alert: { kind: 'tag_silent', channels: [] } }, 'alert.channels'],
  ['alerts', { alert: { kind: 'tag_silent', channels: ['none'] } }, 'alert.channels.0'],
  ['alerts', { alert: { kind: 'chat_unanswered', minutes: 0, channels: ['a'] } }, 'alert.minutes'],
  ['alerts/replay', { alert: { kind: 'goal_stopped', goal_id: 404 } }, 'alert.goal_id'],
  ['alerts/replay', { alert: { kind: 'tag_silent', days: 5_000 } }, 'alert.days'],
  ['channels', { channel: { kind: 'pigeon' } }, 'channel.kind'],
  ['channels', { channel: { kind: 'slack', url: 'javascript:alert(1)' } }, 'channel.url'],
  ['channels', { channel: { kind: 'webhook', url: 'https://ann:pw@crm.example/' } }, 'channel.url'],
  ['channels', { channel: { kind: 'telegram', token: 'abc', chat_id: '1' } }, 'channel.token'],
  ['channels', { channel: { kind: 'email', to: 'ann@example.com\r\nBcc: all@example.com' } }, 'channel.to'],
])('what is wrong is said where it is: %s %o', async (what, body, location) => {
  const { status, body: answer } = await call('POST', of(what), body);
  expect([status, answer.errors[0]?.location]).toEqual([400, location]);
});
