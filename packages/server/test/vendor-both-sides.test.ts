/** What a page and a vendor's webhooks both tell of a conversation is one goal, in either order. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createApi, type Api } from '../../../e2e/path/api.ts';
import { newVisitorId, sendHit } from '../../../e2e/path/wire.ts';
import { WEBHOOKS } from '../src/vendors/webhooks/list.ts';
import { SIGNS } from '../src/vendors/webhooks/test-signatures.ts';
import { startServer, type TestServer } from './start-server.ts';

let server: TestServer;
let api: Api;
beforeAll(async () => {
  server = await startServer();
  api = createApi(server.url, server.token);
});
afterAll(() => server.close());

const now = (): number => Date.now();
const seconds = (): number => Math.floor(now() / 1_000);
const iso = (): string => new Date().toISOString();

const chatwoot = (visitor: string, type: string) => ({
  event: 'message_created',
  message_type: type,
  created_at: iso(),
  conversation: { id: 7, meta: { sender: { custom_attributes: { goalpost_visitor: visitor } } } },
});
const crisp = (visitor: string, from: string) => ({
  event: from === 'user' ? 'message:send' : 'message:received',
  data: {
    session_id: 'session_7',
    from,
    timestamp: now(),
    ...(from === 'user' ? { user: { data: { goalpost_visitor: visitor } } } : {}),
  },
});
const intercom = (visitor: string, topic: string, deliveredAs = 'customer_initiated') => ({
  topic,
  created_at: seconds(),
  data: {
    item: {
      id: '7',
      source: { delivered_as: deliveredAs },
      custom_attributes: { goalpost_visitor: visitor },
    },
  },
});
const jivo = (visitor: string, sides: readonly string[], more: object = {}) => ({
  event_name: 'chat_finished',
  chat_id: 7,
  user_token: visitor,
  chat: { messages: sides.map((type) => ({ type, timestamp: seconds() })), ...more },
});
const lhc = (visitor: string, event: string, more: object = {}) => ({
  event,
  chat: { id: 7, goalpost_visitor: visitor, ...more },
});
const rocket = (visitor: string, type: string, ...agents: readonly boolean[]) => ({
  _id: 'room7',
  type,
  visitor: { livechatData: { goalpost_visitor: visitor } },
  messages: agents.map((agent) => ({ ts: iso(), ...(agent ? { agentId: 'a' } : {}) })),
});

interface Story {
  readonly vendor: string;
  readonly what: string;
  /** Identifiers that the page reports, behind the vendor's prefix, and the conversation's id where the page knows it. */
  readonly page: readonly (readonly [goal: string, thread?: string])[];
  readonly hooks: (visitor: string) => readonly object[];
}
const START = 'Client_initiate_chat';
const INVITED = 'Proactive_invitation_accepted';
const OPERATOR = 'Client_answer_on_agent_request';
const OFFLINE = 'Offline_message_sent';
const story = (
  vendor: string,
  what: string,
  page: Story['page'],
  hooks: (visitor: string) => readonly object[],
): Story => ({ vendor, what, page, hooks });

const STORIES: readonly Story[] = [
  story('chatwoot', 'the visitor begins', [['Chatwoot_' + START, '7']], (v) => [chatwoot(v, 'incoming')]),
  story('chatwoot', 'a campaign', [['Chatwoot_' + INVITED, '7']], (v) => [
    { event: 'conversation_created', id: 7, campaign_id: 3, messages: [] },
    chatwoot(v, 'outgoing'),
    chatwoot(v, 'incoming'),
  ]),
  story('chatwoot', 'an answer whose first message no webhook told', [['Chatwoot_' + INVITED, '7']], (v) => [
    chatwoot(v, 'incoming'),
    chatwoot(v, 'incoming'),
  ]),
  story('crisp', 'the visitor begins', [['Crisp_' + START]], (v) => [crisp(v, 'user'), crisp(v, 'operator')]),
  story('crisp', 'somebody of the site began', [['Crisp_' + INVITED]], (v) => [
    crisp(v, 'operator'),
    crisp(v, 'user'),
  ]),
  story('crisp', 'both say it another way', [['Crisp_' + INVITED]], (v) => [crisp(v, 'user')]),
  story('intercom', 'its page tells of no conversation', [['Intercom_Window_opened']], (v) => [
    intercom(v, 'conversation.user.created'),
    intercom(v, 'conversation.user.replied'),
  ]),
  story('jivo', 'the visitor begins', [['Jivo_' + START]], (v) => [jivo(v, ['visitor', 'agent'])]),
  story('jivo', 'an invitation', [['Jivo_' + INVITED]], (v) => [
    jivo(v, ['agent', 'visitor'], { invitation: 'Hi' }),
  ]),
  story('jivo', 'an operator', [['Jivo_' + OPERATOR]], (v) => [jivo(v, ['agent', 'visitor'])]),
  story('jivo', 'an offline message', [['Jivo_' + OFFLINE]], (v) => [
    { event_name: 'offline_message', offline_message_id: 5, user_token: v, message: 'call me' },
  ]),
  story('live-helper-chat', 'the visitor begins', [['LiveHelperChat_' + START, '7']], (v) => [
    lhc(v, 'chat_started', { chat_initiator: 0 }),
    lhc(v, 'message_visitor'),
  ]),
  story('live-helper-chat', 'the page cannot tell who invited', [['LiveHelperChat_' + INVITED, '7']], (v) => [
    lhc(v, 'chat_started', { chat_initiator: 1 }),
  ]),
  story('live-helper-chat', 'an offline message', [['LiveHelperChat_' + OFFLINE]], (v) => [
    lhc(v, 'offline_message'),
  ]),
  story('rocket-chat', 'the visitor begins', [['RocketChat_' + START]], (v) => [
    rocket(v, 'LivechatSessionStart', false),
    rocket(v, 'Message', true),
    rocket(v, 'LivechatSession', false, true, false),
  ]),
  story('rocket-chat', 'an offline message', [['RocketChat_' + OFFLINE]], (v) => [
    {
      type: 'LivechatOfflineMessage',
      sentAt: iso(),
      visitor: { email: 'zoe@shop.example', livechatData: { goalpost_visitor: v } },
    },
  ]),
];

it('[C105] each vendor whose webhooks are taken has its stories', () => {
  expect([...new Set(STORIES.map(({ vendor }) => vendor))].toSorted()).toEqual(
    WEBHOOKS.map(({ vendor }) => vendor).toSorted(),
  );
});

async function tell(
  { vendor, page, hooks }: Story,
  order: 'page' | 'webhook' | 'both at once',
): Promise<number> {
  const counter = await api.createCounter();
  const visitor = newVisitorId();
  const secret = SIGNS[vendor] === undefined ? null : 'signed with this';
  const { body } = await api.call<{ url: string }>(
    'PUT',
    `/api/v1/counters/${counter}/vendors/${vendor}/webhook`,
    { signing_secret: secret },
  );
  await sendHit(server.url, { counter, visitor, pageUrl: 'https://shop.example/cart' });
  await server.flushed();
  const byPage = async (): Promise<void> => {
    for (const [goal, thread] of page)
      await sendHit(server.url, {
        counter,
        visitor,
        kind: 'ar:1',
        pageUrl: `goal://shop.example/${goal}`,
        pageRef: 'https://shop.example/cart',
        ...(thread === undefined ? {} : { params: { __ym: { chat: thread } } }),
      });
  };
  const byHooks = async (): Promise<void> => {
    for (const hook of hooks(visitor)) {
      const text = JSON.stringify(hook);
      const answer = await fetch(`${server.url}${new URL(body.url).pathname}`, {
        method: 'POST',
        headers: secret === null ? {} : SIGNS[vendor]!(text, secret, now()),
        body: text,
      });
      expect([hook, answer.status]).toEqual([hook, 200]);
    }
  };
  if (order === 'both at once') await Promise.all([byPage(), byHooks()]);
  else
    for (const side of order === 'page' ? [byPage, byHooks] : [byHooks, byPage]) {
      await side();
      await server.flushed();
    }
  // A vendor that was not answered tells again, and a page that comes back may too.
  await byHooks();
  await server.flushed();
  let count = 0;
  for (const { id } of await api.goals(counter)) {
    const { totals } = await api.stat(counter, { metrics: `ym:s:goal${id}reaches` });
    count += totals[0] ?? 0;
  }
  return count;
}

describe.each(['page', 'webhook', 'both at once'] as const)('[C105] first the %s', (order) => {
  it.each(STORIES.map((one) => [one.vendor, one.what, one] as const))(
    '%s: %s',
    async (vendor, _what, one) => {
      // Intercom's window is its page's own event.
      expect(await tell(one, order)).toBe(vendor === 'intercom' ? 2 : 1);
    },
  );
});
