/** What each vendor's webhooks say, in whatever order they come, and that each goal is told once. */
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ServerEvent } from '../../collect/index.ts';
import type { VendorConversation } from '../port.ts';
import { createConversations, type Taken } from './conversations.ts';
import { WEBHOOKS, webhookOf } from './list.ts';
import type { Told } from './webhook.ts';

const VISITOR = '1700000000123456789';
const ATTRIBUTES = { custom_attributes: { goalpost_visitor: VISITOR } };
const chatwoot = (type: string, more: object = {}) => ({
  event: 'message_created',
  message_type: type,
  created_at: 1_790_000_000,
  conversation: { id: 7, meta: { sender: { email: 'zoe@shop.example', ...ATTRIBUTES } } },
  ...more,
});
const crisp = (event: string, more: object = {}) => ({
  event,
  data: { session_id: 'session_1', timestamp: 1_790_000_000_000, ...more },
});
const intercom = (topic: string, deliveredAs = 'customer_initiated') => ({
  topic,
  created_at: 1_790_000_000,
  data: {
    item: {
      id: '7',
      source: { delivered_as: deliveredAs, author: { email: 'zoe@shop.example' } },
      contacts: { contacts: [{ external_id: 'zoe' }] },
      ...ATTRIBUTES,
    },
  },
});
const jivo = (event: string, more: object = {}) => ({
  event_name: event,
  chat_id: 7,
  user_token: VISITOR,
  visitor: { email: 'zoe@shop.example' },
  ...more,
});
const said = (...types: string[]) => ({
  messages: types.map((type, n) => ({ type, timestamp: 1_790_000_000 + n })),
});
const lhc = (event: string, more: object = {}) => ({
  event,
  chat: { id: 7, goalpost_visitor: VISITOR, ...more },
});
const rocket = (type: string, ...messages: object[]) => ({
  type,
  _id: 'room',
  visitor: { token: 't', livechatData: { goalpost_visitor: VISITOR } },
  messages,
});

/** By vendor: what comes, and the signals it says. */
const SAYS: readonly (readonly [vendor: string, payload: object, signals: readonly string[]])[] = [
  ['chatwoot', chatwoot('incoming'), ['visitor']],
  ['chatwoot', chatwoot('outgoing'), ['agent']],
  ['chatwoot', chatwoot('outgoing', { private: true }), []],
  ['chatwoot', chatwoot('outgoing', { sender: { type: 'agent_bot' } }), ['rule']],
  ['chatwoot', chatwoot('template'), []],
  ['chatwoot', { event: 'conversation_created', id: 7, campaign_id: 3, messages: [] }, ['rule']],
  ['crisp', crisp('message:send', { from: 'user' }), ['visitor']],
  ['crisp', crisp('message:received', { from: 'operator' }), ['agent']],
  ['crisp', crisp('message:received', { from: 'operator', automated: true }), ['rule']],
  ['crisp', crisp('session:set_data', { data: { goalpost_visitor: VISITOR } }), ['known']],
  ['intercom', intercom('conversation.user.created'), ['visitor']],
  ['intercom', intercom('conversation.user.replied', 'admin_initiated'), ['manual', 'visitor']],
  ['intercom', intercom('conversation.user.replied', 'campaigns_initiated'), ['rule', 'visitor']],
  ['intercom', intercom('ping'), []],
  ['jivo', jivo('chat_accepted'), ['known']],
  ['jivo', jivo('chat_finished', said('visitor', 'agent')), ['visitor']],
  ['jivo', jivo('chat_finished', said('agent', 'agent')), []],
  ['jivo', jivo('chat_finished', said('agent', 'visitor')), ['manual', 'visitor']],
  [
    'jivo',
    jivo('chat_finished', { ...said('agent', 'visitor'), invitation: 'Hi' }),
    ['rule', 'agent', 'visitor'],
  ],
  ['jivo', jivo('offline_message', { offline_message_id: 5, message: 'call me' }), ['offline']],
  ['live-helper-chat', lhc('chat_started'), ['visitor']],
  ['live-helper-chat', lhc('chat_started', { chat_initiator: 1 }), ['manual', 'visitor']],
  ['live-helper-chat', lhc('chat_started', { chat_initiator: 1, invitation_id: 4 }), ['rule', 'visitor']],
  ['live-helper-chat', lhc('offline_message'), ['offline']],
  ['rocket-chat', rocket('LivechatSessionStart', { ts: '2026-11-29T10:00:00Z' }), ['visitor']],
  ['rocket-chat', rocket('Message', { agentId: 'a', ts: '2026-11-29T10:00:00Z' }), ['agent']],
  [
    'rocket-chat',
    { type: 'LivechatOfflineMessage', sentAt: '2026-11-29T10:00:00Z', visitor: { email: 'z@x.y' } },
    ['offline'],
  ],
];

/** Of the document: the body of Live Helper Chat's webhooks, and the events that it may name. */
const printed = readFileSync(new URL('../../../../../docs/vendors.md', import.meta.url), 'utf8');
const [, body = '', names = ''] =
  /```json\n(\{"event".*?)\n```\n\nwith `event` one of (.*?)\./s.exec(printed) ?? [];
const events = [...names.matchAll(/`(\w+)`/g)].map(([, name = '']) => name);

it.each([
  ['chat_started', ['visitor']],
  ['message_visitor', ['visitor']],
  ['message_operator', ['agent']],
  ['offline_message', ['offline']],
])('[C104] the body that the document prints, as %s', (event, signals) => {
  expect(events).toContain(event);
  const payload: unknown = { ...(JSON.parse(body) as object), event };
  const told = webhookOf('live-helper-chat')!.read(payload);
  expect(told.map(({ signal }) => signal)).toEqual(signals);
  expect(told[0]).toMatchObject({ thread: '…', who: { visitor: '', email: '…' } });
  expect(events).toHaveLength(4);
});

describe('[C104] what a webhook says', () => {
  it.each(SAYS)('%s %j', (vendor, payload, signals) => {
    const told = webhookOf(vendor)?.read(payload) ?? [];
    expect(told.map(({ signal }) => signal)).toEqual(signals);
    for (const { thread } of told) expect(thread).not.toBe('');
  });

  it("takes no address of the site's own people for the visitor's", () => {
    const ours = { email: 'ann@shop.example', type: 'admin', data: { goalpost_visitor: '7' } };
    const item = { id: '7', source: { delivered_as: 'admin_initiated', author: ours }, contacts: {} };
    for (const [vendor, payload] of [
      ['chatwoot', { ...chatwoot('outgoing'), conversation: { id: 7 }, sender: ours }],
      ['crisp', crisp('message:received', { from: 'operator', user: ours })],
      ...['conversation.admin.single.created', 'conversation.admin.replied', 'conversation.user.replied'].map(
        (topic) => ['intercom', { topic, created_at: 1_790_000_000, data: { item } }] as const,
      ),
    ] as const) {
      const told = webhookOf(vendor)?.read(payload) ?? [];
      expect([vendor, told.length > 0]).toEqual([vendor, true]);
      for (const { who } of told)
        expect([vendor, who]).toEqual([vendor, { visitor: '', userId: '', email: '' }]);
    }
  });

  it('is nothing where it is anything else, and never throws', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...WEBHOOKS),
        fc.anything({ withNullPrototype: true }),
        (webhook, value) => {
          expect(Array.isArray(webhook.read(value))).toBe(true);
        },
      ),
    );
  });

  it('survives payloads in which any one part is of another type', () => {
    for (const [vendor, payload] of SAYS)
      for (const bad of [null, 5, 'x', [], {}, [{}], true, '\u0000'])
        for (const path of pathsOf(payload))
          expect(() => webhookOf(vendor)?.read(put(payload, path, bad))).not.toThrow();
  });
});

const pathsOf = (value: unknown, path: readonly string[] = []): (readonly string[])[] =>
  typeof value === 'object' && value !== null
    ? [path, ...Object.entries(value).flatMap(([key, inner]) => pathsOf(inner, [...path, key]))]
    : [path];

function put(value: unknown, [first, ...rest]: readonly string[], bad: unknown): unknown {
  if (first === undefined) return bad;
  const copy = (Array.isArray(value) ? [...(value as unknown[])] : { ...(value as object) }) as Record<
    string,
    unknown
  >;
  copy[first] = put(copy[first], rest, bad);
  return copy;
}

/** Conversations of one counter, in memory. */
function conversations(knows: (visitor: string) => boolean = () => true) {
  const kept = new Map<string, VendorConversation>();
  const events: ServerEvent[] = [];
  const key = (...parts: readonly unknown[]): string => parts.join(' ');
  const made = createConversations({
    store: {
      find: async (...which) => kept.get(key(...which)) ?? null,
      save: async (one) => void kept.set(key(one.counterId, one.vendor, one.thread), one),
    },
    match: {
      find: async (_counterId, { visitor }) => (visitor !== '' && knows(visitor) ? visitor : null),
      placeOf: async () => ({
        url: 'https://shop.example/',
        title: '',
        landing: { url: '', referrer: '' },
        country: '',
        language: '',
      }),
    },
    putEvent: async (event) => {
      events.push(event);
      return 'stored';
    },
    clock: { now: () => 1_790_000_100_000 },
  });
  return { ...made, goals: () => events.map(({ identifier }) => identifier), events };
}

const told = (signal: Told['signal'], visitor = VISITOR): Told => ({
  thread: '7',
  signal,
  at: 1_790_000_000_000,
  who: { visitor, userId: '', email: '' },
});

describe('[C106] who spoke first decides, also where webhooks tell it', () => {
  it.each<[readonly Told['signal'][], string]>([
    [['visitor', 'agent', 'visitor'], 'Chatwoot_Client_initiate_chat'],
    [['agent', 'visitor'], 'Chatwoot_Proactive_invitation_accepted'],
    [['rule', 'manual', 'visitor'], 'Chatwoot_Client_answer_on_agent_request'],
  ])('%j', async (signals, goal) => {
    const one = conversations();
    for (const signal of signals) await one.take(1, 'chatwoot', told(signal));
    expect(one.goals()).toEqual([goal]);
  });
});

it('[C105] each goal of a conversation is told once, in whatever order and however often webhooks and pages tell it', async () => {
  const signals = fc.constantFrom<Told['signal']>(
    'visitor',
    'agent',
    'rule',
    'manual',
    'offline',
    'rated',
    'known',
  );
  await fc.assert(
    fc.asyncProperty(fc.array(fc.tuple(signals, fc.boolean()), { maxLength: 12 }), async (story) => {
      const one = conversations();
      const taken: Promise<Taken | void>[] = story.map(([signal, byPage]) =>
        byPage && signal === 'visitor'
          ? one.pageTold(1, 'Chatwoot_Client_initiate_chat', '7', VISITOR)
          : one.take(1, 'chatwoot', told(signal)),
      );
      await Promise.all(taken);
      const starts = one.goals().filter((goal) => !/Offline|rated/.test(goal));
      const pageFirst = story.find(([signal]) => signal === 'visitor')?.[1] ?? true;
      expect(starts).toHaveLength(pageFirst ? 0 : 1);
      expect(new Set(one.goals()).size).toBe(one.goals().length);
      expect(new Set(one.events.map(({ id }) => id)).size).toBe(one.events.length);
    }),
  );
});

it('[C105] what is told of more than a day ago makes no goal, since nothing says whether a page told it', async () => {
  const one = conversations();
  const late = { ...told('visitor'), at: 1_790_000_100_000 - 86_400_001 };
  expect(await one.take(1, 'chatwoot', late)).toBe('unmatched');
  expect(await one.take(1, 'chatwoot', late)).toBe('nothing');
  expect(await one.take(1, 'chatwoot', { ...late, thread: '8', at: late.at + 1 })).toBe('counted');
  expect(one.goals()).toHaveLength(1);
});

it('[C107] of a visitor who is not known no goal is made, until a later webhook says who it is', async () => {
  const one = conversations((visitor) => visitor === VISITOR);
  expect(await one.take(1, 'chatwoot', told('visitor', '5'))).toBe('unmatched');
  await one.take(1, 'chatwoot', told('agent', ''));
  expect(one.goals()).toEqual([]);
  expect(await one.take(1, 'chatwoot', told('visitor'))).toBe('counted');
  expect(one.goals()).toEqual(['Chatwoot_Client_initiate_chat']);
});
