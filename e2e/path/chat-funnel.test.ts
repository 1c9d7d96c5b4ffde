/** From visitors to revenue on the whole path: what the funnel says is what the reports say. */
import type { ChatFunnel } from '@goalpost/contract/chat';
import { afterAll, beforeAll, expect, it } from 'vitest';
import {
  attend,
  newKey,
  visit,
  visitorNumber,
  type Operator,
} from '../../packages/server/test/chat-client.ts';
import { startServer, type TestServer } from '../../packages/server/test/start-server.ts';
import { type Api, conversions, createApi } from './api.ts';
import { reach, sendHit } from './wire.ts';

const ROBOT = 'Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)';

let server: TestServer;
let api: Api;
let counter: number;
let operator: Operator;
beforeAll(async () => {
  server = await startServer();
  api = createApi(server.url, server.token);
  counter = await api.createCounter({ time_zone_name: 'Asia/Vladivostok' });
  await api.call('PUT', `/api/v1/counters/${counter}/chat/settings`, { settings: { enabled: true } });
  await api.call('POST', `/management/v1/counter/${counter}/goals`, goal('Order', 'order_sent'));
  await api.call('POST', `/management/v1/counter/${counter}/goals`, goal('Purchase', 'order_sent'));
  const rule = {
    name: 'Anybody',
    conditions: [{ on: 'pages_seen', atLeast: 1 }],
    texts: ['Can I help?'],
    controlPercent: 50,
  };
  expect((await api.call('POST', `/api/v1/counters/${counter}/chat/rules`, { rule })).status).toBe(200);
});
afterAll(() => server.close());

const goal = (name: string, identifier: string) => ({
  goal: { name, type: 'action', conditions: [{ type: 'contain', url: identifier }] },
});

async function funnel(days = ''): Promise<ChatFunnel> {
  const path = `/api/v1/counters/${counter}/chat/funnel?${days || 'date1=2daysAgo&date2=today'}`;
  const answer = await api.call<ChatFunnel>('GET', path);
  expect(answer.status).toBe(200);
  return answer.body;
}

/** A visitor on a page, as the tag tells of it and as the widget does. */
async function comes(agent?: string) {
  const visitor = visitorNumber();
  if (agent === undefined) await sendHit(server.url, { counter, visitor, pageUrl: 'https://shop.example/' });
  const { tab, welcome } = await visit(server.url, counter, { visitor, ...(agent ? { agent } : {}) });
  return {
    visitor,
    tab,
    rule: welcome.rules[0],
    async writes(text: string): Promise<string | null> {
      tab.send({ type: 'message', key: newKey(), text, fileId: null });
      return (await tab.next('stored')).event;
    },
    buys: (price: number, secondsAgo = 0) =>
      reach(
        server.url,
        {
          counter,
          visitor,
          et: Math.floor(Date.now() / 1_000) - secondsAgo,
          params: { order_price: price, currency: 'RUB' },
        },
        'order_sent',
      ),
  };
}

/** Someone of a rule's group: half of all are of its control group. */
async function comesOf(group: 'shown' | 'held', agent?: string) {
  for (;;) {
    const one = await comes(agent);
    if (one.rule?.control !== (group === 'held')) {
      await one.tab.close();
      continue;
    }
    one.tab.send({ type: 'invitation', event: group, ruleId: one.rule.id, text: 'Can I help?' });
    return one;
  }
}

it('[M19]–[M24] counts each step as the reports do', async () => {
  const offline = await comes();
  offline.tab.send({
    type: 'offline',
    key: newKey(),
    text: 'Call me',
    contact: { name: 'Ann', email: 'ann@example.com' },
  });
  expect((await offline.tab.next('stored')).event).toBe('Jivo_Offline_message_sent');

  ({ console: operator } = await attend(server.url, server.token));
  operator.send({ type: 'status', online: true });
  operator.send({ type: 'watch', people: true });

  const first = await comes();
  await first.buys(7, 60);
  expect(await first.writes('In stock?')).toBe('Jivo_Client_initiate_chat');
  await first.buys(100);

  const accepted = await comesOf('shown');
  expect(await accepted.writes('Yes please')).toBe('Jivo_Proactive_invitation_accepted');
  await accepted.buys(50.5);
  const ignored = await comesOf('shown');
  await ignored.buys(1_000);
  const control = await comesOf('held');
  expect(await control.writes('Hello')).toBe('Jivo_Client_initiate_chat');

  const asked = await comes();
  const silent = await comes();
  for (const { visitor, tab } of [asked, silent]) {
    await operator.next('people', ({ changed }) => changed.some((person) => person.visitor === visitor));
    operator.send({ type: 'invite', counterId: counter, visitor, key: newKey(), text: 'Hello there' });
    await tab.next('message');
  }
  expect(await asked.writes('Hello')).toBe('Jivo_Client_answer_on_agent_request');

  const robot = await comesOf('shown', ROBOT);
  await robot.writes('I am a robot');

  await server.flushed();
  await expect.poll(async () => (await funnel()).invited).toBe(4);
  const answer = await funnel();
  const { totals } = await api.stat(counter, { metrics: 'ym:s:users' });
  const report = await conversions(api, counter);
  const ofChat = Object.entries(report).filter(([name]) => name.startsWith('Jivo'));
  expect(ofChat).toHaveLength(4);
  expect(answer).toMatchObject({
    visitors: totals[0],
    invited: 4,
    conversations: 5,
    conversing: 5,
    goals: ofChat.reduce((sum, [, metrics]) => sum + (metrics[3] ?? 0), 0),
    revenue: 150.5,
    revenue_of_all: 1_157.5,
    currency: 'RUB',
  });
  expect(answer.goals).toBe(5);
  expect(answer.goal_ids).toHaveLength(4);

  const order = (await api.goals(counter)).find(({ name }) => name === 'Order')?.id ?? 0;
  const money = await api.stat(counter, { metrics: `ym:s:goal${order}revenue` });
  expect(money.totals[0]).toBe(answer.revenue_of_all);

  const before = await funnel('date1=9daysAgo&date2=3daysAgo');
  expect(before).toMatchObject({ visitors: 0, invited: 0, conversations: 0, goals: 0, revenue: 0 });
  await operator.close();
});

it('is for those who may see the counter', async () => {
  const path = `/api/v1/counters/${counter}/chat/funnel`;
  expect((await fetch(server.url + path)).status).toBe(401);
  expect((await api.call('GET', '/api/v1/counters/4040404/chat/funnel')).status).toBe(404);
  expect((await api.call('GET', `${path}?date1=never`)).status).toBe(400);
});
