/** The chat's main path through the real server: who wrote first decides which of the four goals it is. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { conversions, createApi, type Api } from '../../../e2e/path/api.ts';
import { sendHit } from '../../../e2e/path/wire.ts';
import { attend, newKey, visit, visitorNumber, type Operator } from './chat-client.ts';
import { startServer, type TestServer } from './start-server.ts';

let server: TestServer;
let api: Api;
beforeAll(async () => {
  server = await startServer();
  api = createApi(server.url, server.token);
});
afterAll(() => server.close());

async function counterWithChat(): Promise<number> {
  const counterId = await api.createCounter();
  const answer = await api.call('PUT', `/api/v1/counters/${counterId}/chat/settings`, {
    settings: { enabled: true },
  });
  expect(answer.status).toBe(200);
  return counterId;
}

/** Where the visitor came from, and how a report calls that. */
const CAME = {
  url: 'https://shop.example/boots?utm_source=newsletter&utm_medium=email&utm_campaign=may',
  referrer: 'https://mail.example/',
};

/** The tag's own page view, where it is not blocked. */
function pageView(counter: number, visitor: string): Promise<Response> {
  return sendHit(server.url, { counter, visitor, pageUrl: CAME.url, pageRef: CAME.referrer });
}

interface Scene {
  readonly counter: number;
  readonly visitor: string;
  readonly console: Operator | null;
}

const WAYS: Readonly<Record<string, { goal: string; online: boolean; play(scene: Scene): Promise<void> }>> = {
  '[S5, C23] the visitor writes first': {
    goal: 'Jivo auto-goal: customer opened chat',
    online: true,
    async play({ counter, visitor }) {
      const { tab } = await visit(server.url, counter, { visitor, ...CAME });
      tab.send({ type: 'message', key: newKey(), text: 'Are these in stock?', fileId: null });
      expect((await tab.next('stored')).event).toBe('Jivo_Client_initiate_chat');
      tab.send({ type: 'message', key: newKey(), text: 'In red?', fileId: null });
      expect((await tab.next('stored')).event).toBeNull();
      await tab.close();
    },
  },
  '[S6, C22] the visitor answers an invitation': {
    goal: 'Jivo auto-goal: auto-invite to chat',
    online: true,
    async play({ counter, visitor }) {
      const { tab } = await visit(server.url, counter, { visitor, ...CAME });
      tab.send({ type: 'invitation', event: 'shown', ruleId: null, text: 'Can I help?' });
      tab.send({ type: 'message', key: newKey(), text: 'Yes please', fileId: null });
      expect((await tab.next('message')).message).toMatchObject({ kind: 'invitation', text: 'Can I help?' });
      expect((await tab.next('stored')).event).toBe('Jivo_Proactive_invitation_accepted');
      await tab.close();
    },
  },
  '[S6, C25] a tap on the phone while an invitation stands, then the answer': {
    goal: 'Jivo auto-goal: auto-invite to chat',
    online: true,
    async play({ counter, visitor }) {
      const { tab } = await visit(server.url, counter, { visitor, ...CAME, phone: true });
      tab.send({ type: 'invitation', event: 'shown', ruleId: null, text: 'Can I help?' });
      tab.send({ type: 'invitation', event: 'tapped', ruleId: null, text: '' });
      tab.send({ type: 'invitation', event: 'tapped', ruleId: null, text: '' });
      expect((await tab.next('event')).event).toBe('Jivo_Proactive_invitation_accepted');
      tab.send({ type: 'message', key: newKey(), text: 'Yes please', fileId: null });
      expect((await tab.next('stored')).event).toBeNull();
      await tab.close();
    },
  },
  '[S7, C21] an operator writes first, from Users, and the visitor answers': {
    goal: 'Jivo auto-goal: manual invitation to chat',
    online: true,
    async play({ counter, visitor, console }) {
      const { tab } = await visit(server.url, counter, { visitor, ...CAME });
      if (console === null) throw new Error('an operator is needed');
      await console.next('people', ({ changed }) => changed.some((person) => person.visitor === visitor));
      console.send({ type: 'invite', counterId: counter, visitor, key: newKey(), text: 'Hello there' });
      expect((await tab.next('message')).message).toMatchObject({ kind: 'operator', text: 'Hello there' });
      tab.send({ type: 'message', key: newKey(), text: 'Hello', fileId: null });
      expect((await tab.next('stored')).event).toBe('Jivo_Client_answer_on_agent_request');
      await tab.close();
    },
  },
  '[S8, C24] the visitor leaves a message while nobody is there': {
    goal: 'Jivo auto-goal: offline message',
    online: false,
    async play({ counter, visitor }) {
      const { tab, welcome } = await visit(server.url, counter, { visitor, ...CAME });
      expect(welcome.online).toBe(false);
      tab.send({
        type: 'offline',
        key: newKey(),
        text: 'Call me',
        contact: { name: 'Ann', email: 'ann@example.com' },
      });
      expect((await tab.next('stored')).event).toBe('Jivo_Offline_message_sent');
      await tab.close();
    },
  },
};

describe.each(Object.entries(WAYS))('%s', (_name, { goal, online, play }) => {
  it.each([
    ['with the tag', true],
    ['with the tag blocked', false],
  ])('%s: one goal, once, with the visit’s source [C26]', async (_tag, hasTag) => {
    const counter = await counterWithChat();
    const operator = online ? await attend(server.url, server.token) : null;
    const visitor = visitorNumber();
    if (hasTag) expect((await pageView(counter, visitor)).ok).toBe(true);
    await play({ counter, visitor, console: operator?.console ?? null });
    await operator?.console.close();
    await server.flushed();

    const rows = await conversions(api, counter);
    expect(
      Object.fromEntries(
        Object.entries(rows).map(([name, [visits, users, , reaches]]) => [name, [visits, users, reaches]]),
      ),
    ).toEqual({ [goal]: [1, 1, 1] });
    const [made] = await api.goals(counter);
    const bySource = await api.stat(counter, {
      dimensions: 'ym:s:lastTrafficSource,ym:s:lastUTMSource,ym:s:lastUTMCampaign',
      metrics: `ym:s:visits,ym:s:goal${made?.id}reaches`,
    });
    expect(
      bySource.data.map(({ dimensions, metrics }) => [dimensions.map(({ id, name }) => id ?? name), metrics]),
    ).toEqual([
      [
        ['email', 'newsletter', 'may'],
        [1, 1],
      ],
    ]);
  });
});
