import { WEBHOOK_EVENTS, type ChatMessage } from '@goalpost/contract/chat';
import { expect, it } from 'vitest';
import { newConversation, newPerson } from '../../stores/records/chat/test-chat.ts';
import { type Facts, payloadOf, testPayload } from './payload.ts';

const SCRIPT = '<script>alert("x")</script>';
const person = {
  ...newPerson(100_001, {
    contact: { name: SCRIPT, email: 'ann@example.com' },
    custom: [{ title: 'Plan', content: SCRIPT }],
    attributes: { plan: 'pro', seats: 3 },
    userToken: 'u-1',
  }),
  number: 7,
};
const ann = { id: 'ann', name: 'Ann', email: 'ann@shop.example' };
const conversation = newConversation(person, {
  id: 'c-1',
  tags: ['vip'],
  assignedTo: { id: 'ann', name: 'Ann' },
  goal: 'Jivo_Client_initiate_chat',
  invitation: { ruleId: 'r', variant: 1, text: 'Can I help?' },
  rating: 2,
  ratingComment: SCRIPT,
  context: {
    url: 'https://shop.example/boots',
    title: SCRIPT,
    referrer: '',
    agent: 'Mozilla/5.0',
    country: 'DE',
    language: 'de',
    phone: false,
    landing: { url: 'https://shop.example/?utm_source=news&utm_medium=email', referrer: '' },
  },
});

const message = (changes: Partial<ChatMessage>): ChatMessage => ({
  conversationId: 'c-1',
  seq: 1,
  kind: 'visitor',
  author: '',
  authorId: null,
  text: SCRIPT,
  file: null,
  key: 'k',
  at: 1_700_000_000_500,
  ...changes,
});

const facts = (changes: Partial<Facts> = {}): Facts => ({
  event: 'chat_accepted',
  counterId: 100_001,
  at: Date.parse('2026-03-12T09:00:00Z'),
  person,
  conversation,
  chats: 2,
  agent: ann,
  agents: [ann],
  department: { id: 'd', name: 'Sales' },
  messages: [],
  isCut: false,
  ...changes,
});

it('has the names and the nesting that integrations know', () => {
  expect(payloadOf(facts())).toEqual({
    event_name: 'chat_accepted',
    event_time: '2026-03-12T09:00:00.000Z',
    widget_id: '100001',
    chat_id: 'c-1',
    user_token: 'u-1',
    visitor: {
      name: SCRIPT,
      email: 'ann@example.com',
      phone: null,
      description: '',
      number: '7',
      social: {},
      chats_count: 2,
    },
    custom_data: [{ title: 'Plan', content: SCRIPT }],
    attributes: { plan: 'pro', seats: 3 },
    department: { id: 'd', name: 'Sales' },
    status: 'open',
    assigned_agent: ann,
    agent: ann,
    tags: ['vip'],
    session: {
      geoip: { country: 'Germany', country_code: 'DE' },
      utm: 'source=news|medium=email',
      utm_json: { source: 'news', medium: 'email' },
      user_agent: 'Mozilla/5.0',
    },
    page: { url: 'https://shop.example/boots', title: SCRIPT },
    analytics: { visitor: person.visitor, goal: 'Jivo_Client_initiate_chat' },
  });
});

it('a finished chat brings its messages, rating and invitation', () => {
  const file = { id: 'f-1', name: SCRIPT, type: 'image/png', bytes: 12 };
  const messages = [
    message({ kind: 'invitation', author: 'Ann', text: 'Can I help?' }),
    message({ kind: 'visitor', file, text: '' }),
    message({ kind: 'operator', author: 'Ann', authorId: 'ann', text: 'Hello' }),
    message({ kind: 'system', author: 'Ann', authorId: 'ann', text: 'Ann took over' }),
  ];
  const timestamp = 1_700_000_000;
  expect(payloadOf(facts({ event: 'chat_finished', messages }))).toMatchObject({
    agents: [ann],
    chat: {
      messages: [
        { type: 'invitation', author: 'Ann', message: 'Can I help?', timestamp },
        {
          type: 'visitor',
          message: '',
          timestamp,
          file: { name: SCRIPT, type: 'image/png', bytes: 12, path: '/chat/v1/files/f-1' },
        },
        { type: 'agent', author: 'Ann', agent_id: 'ann', message: 'Hello', timestamp },
        { type: 'system', author: 'Ann', message: 'Ann took over', timestamp },
      ],
      messages_cut: false,
      rate: 'negative',
      rating: 2,
      rating_comment: SCRIPT,
      blacklisted: false,
      invitation: 'Can I help?',
    },
  });
});

it('of a very long chat the end is sent', () => {
  const messages = Array.from({ length: 101 }, (_, index) =>
    message({ text: `${index} `.padEnd(4_000, 'x') }),
  );
  const { chat } = payloadOf(facts({ event: 'chat_finished', messages })) as {
    chat: { messages: { message: string }[]; messages_cut: boolean };
  };
  expect(chat.messages).toHaveLength(50);
  expect(chat.messages.at(-1)?.message).toMatch(/^100 /);
  expect(chat.messages_cut).toBe(true);
});

it('an offline message brings what was left', () => {
  const left = payloadOf(facts({ event: 'offline_message', messages: [message({})] }));
  expect(left).toMatchObject({ message: SCRIPT, offline_message_id: 'c-1' });
});

it.each([
  [null, null],
  [1, 'negative'],
  [3, null],
  [5, 'positive'],
])('a rating of %s is %s', (rating, rate) => {
  const finished = payloadOf(facts({ event: 'chat_finished', conversation: { ...conversation, rating } }));
  expect(finished).toMatchObject({ chat: { rating, rate } });
});

it('a visitor without conversations, and a test, have the same shape with nothing in it', () => {
  const names = Object.keys(payloadOf(facts())).toSorted();
  const alone = payloadOf(
    facts({ event: 'client_updated', conversation: null, agent: null, department: null }),
  );
  expect(Object.keys(alone).toSorted()).toEqual(names);
  expect(alone).toMatchObject({ chat_id: null, status: null, tags: [], visitor: { name: SCRIPT } });
  expect(Object.keys(testPayload(100_001, 0)).toSorted()).toEqual(names);
});

it.each(WEBHOOK_EVENTS)('%s leaves markup as the text that it is, and survives JSON', (event) => {
  const payload = payloadOf(facts({ event, messages: [message({})] }));
  expect(JSON.parse(JSON.stringify(payload))).toEqual(payload);
  expect(JSON.stringify(payload)).toContain(JSON.stringify(SCRIPT).slice(1, -1));
});
