/** The core of the attacks once more, with the records in PostgreSQL, which is stricter about what it keeps. */
import { OperatorFrame } from '@goalpost/contract/chat';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  startTestPostgres,
  type TestPostgres,
} from '../../packages/server/src/stores/records/test-postgres.ts';
import { newKey, visit, type Operator } from '../../packages/server/test/chat-client.ts';
import { REFUSED, TAKEN } from './abuse-chat-cases.ts';
import {
  attend,
  type ChatStage,
  openChatStage,
  settled,
  talk,
  type Talk,
  write,
} from './abuse-chat-tools.ts';

let postgres: TestPostgres;
let stage: ChatStage;
let console: Operator;
let counter: number;
let victim: Talk;
beforeAll(async () => {
  postgres = await startTestPostgres();
  stage = await openChatStage({ GOALPOST_DATABASE_URL: await postgres.database() });
  ({ counter } = stage);
  ({ console } = await attend(stage.url, stage.server.token));
  victim = await talk(stage.url, counter);
});
afterAll(async () => {
  await stage[Symbol.asyncDispose]();
  await postgres.close();
});

const BIGGEST = Number.MAX_SAFE_INTEGER;

describe('a visitor’s frame', () => {
  it.each(REFUSED)('of %s is refused', async (_what, text) => {
    const { tab } = await visit(stage.url, counter);
    tab.sendText(text);
    await tab.next('refused');
    await settled(tab);
    await tab.close();
    expect(stage.logged()).not.toContain('A chat frame failed');
  });

  it.each(TAKEN)('of %s is taken, and what comes after it', async (_what, text) => {
    const { tab } = await visit(stage.url, counter);
    tab.sendText(text);
    await write(tab, 'after it');
    expect(tab.events.filter(({ type }) => type === 'refused')).toEqual([]);
    await tab.close();
  });

  it('with half of a character wherever text may stand is no end of the socket', async () => {
    const half = 'half \ud83d of it';
    const { tab } = await visit(stage.url, counter, { url: `https://shop.example/${half}` });
    tab.send({ type: 'page', page: { url: half, title: half, referrer: half } });
    tab.send({ type: 'contact', contact: { name: half, email: half, phone: half, description: half } });
    tab.send({ type: 'custom', fields: [{ title: half, key: half, content: half, link: half }] });
    tab.send({ type: 'attributes', attributes: { [half]: half } });
    tab.send({ type: 'token', token: half });
    tab.send({ type: 'invitation', event: 'shown', ruleId: null, text: half });
    tab.send({ type: 'invitation', event: 'shown', ruleId: half, text: half });
    await write(tab, half);
    tab.send({ type: 'rate', rating: 5, comment: half });
    tab.send({ type: 'read', seq: BIGGEST });
    await settled(tab);
    expect(tab.events.filter(({ type }) => type === 'refused')).toHaveLength(1);
    await tab.close();
  });

  it('that has read more than there is gets what there is', async () => {
    const again = await visit(stage.url, counter, {
      secret: victim.secret,
      lastSeq: BIGGEST,
      conversationId: victim.conversationId,
    });
    expect(again.welcome.conversation?.id).toBe(victim.conversationId);
    await again.tab.close();
  });
});

describe('an operator’s frame', () => {
  it('with numbers and ids of no conversation is refused, and the console goes on', async () => {
    const frames: OperatorFrame[] = [
      { type: 'open', conversationId: victim.conversationId, lastSeq: BIGGEST },
      { type: 'read', conversationId: victim.conversationId, seq: BIGGEST },
      { type: 'open', conversationId: '\ud83d', lastSeq: 0 },
      { type: 'close', conversationId: "' OR 1=1 --" },
      { type: 'assign', conversationId: victim.conversationId, to: '\ud83d', department: null },
      { type: 'assign', conversationId: victim.conversationId, to: null, department: '\ud83d' },
      { type: 'tags', conversationId: victim.conversationId, tags: ['\ud83d', '__proto__'] },
      { type: 'invite', counterId: 2 ** 40, visitor: 'x', key: newKey(), text: 'x' },
      { type: 'invite', counterId: counter, visitor: "'; --", key: newKey(), text: 'x' },
    ];
    for (const frame of frames) console.send(frame);
    for (const text of [
      String.raw`{"type":"close","conversationId":"\u0000"}`,
      String.raw`{"type":"note","conversationId":"${victim.conversationId}","key":"key-key-1","text":"\u0000"}`,
    ])
      console.sendText(text);
    await settled(console);
    expect(stage.logged()).not.toContain('A chat frame failed');
  });

  it('about a conversation of another counter is refused, whatever its type', async () => {
    const account = await stage.account('stranger');
    await stage.grant(await stage.newCounter(), account.id, 'edit');
    const stranger = await attend(stage.url, account.token);
    const samples = {
      conversationId: victim.conversationId,
      counterId: counter,
      visitor: victim.visitor,
      lastSeq: 0,
      seq: 1,
      text: 'I am from the shop',
      fileId: null,
      to: null,
      department: null,
      tags: ['taken'],
      contact: { name: 'Eve' },
      blocked: true,
    };
    const about = OperatorFrame.options
      .map(({ shape }) => shape)
      .filter((shape) => 'conversationId' in shape || 'counterId' in shape)
      .map(({ type }) => type.value);
    expect(about.length).toBeGreaterThan(8);
    for (const type of about) {
      stranger.console.sendText(JSON.stringify({ type, key: newKey(), ...samples }));
      expect([type, (await stranger.console.next('refused')).reason]).toEqual([type, 'denied']);
    }
    await settled(victim.tab);
    expect(JSON.stringify(victim.tab.events)).not.toContain('I am from the shop');
    await stage.removeAccount(account.id);
    expect(await stranger.console.closed).toBe(4401);
  });
});

describe('an address', () => {
  it.each([
    'conversations?before=1.5',
    'conversations?before=1e300',
    'conversations?before=-1',
    'conversations?before=NaN',
    'conversations?assigned=%00',
    'conversations?assigned=%ED%A0%BD',
    'conversations?limit=1e3',
    'conversations?state=x',
    'conversations/%00',
    'conversations/%27%20OR%201=1--',
    'conversations/x?after=9007199254740991',
    'conversations/x?after=1.5',
    'people/99999999999999999999/story',
    'people/%00/story',
    'rules/%00',
    'rules/%00/report?date1=today&date2=today',
    'webhooks/%00',
    'deliveries/%00',
    'deliveries?limit=1e9',
    'settings?x=%00',
  ])('…/chat/%s is answered, without a fault of the server', async (path) => {
    for (const method of ['GET', 'DELETE']) {
      const { status, body } = await stage.api.call(method, `/api/v1/counters/${counter}/chat/${path}`);
      expect([method, path, status < 500]).toEqual([method, path, true]);
      expect(JSON.stringify(body)).not.toMatch(/select|stack|node_modules|syntax/i);
    }
  });

  it('of a conversation takes any number as the last that is known', async () => {
    const path = `/api/v1/counters/${counter}/chat/conversations/${victim.conversationId}?after=${BIGGEST}`;
    expect((await stage.api.call<{ messages: unknown[] }>('GET', path)).body.messages).toEqual([]);
  });

  it.each(['%00', 'a%00b', '%ED%A0%BD', '%ff'])('of a file %s is none', async (id) => {
    expect([400, 404]).toContain((await fetch(`${stage.url}/chat/v1/files/${id}`)).status);
  });
});

it('another visitor with the same number, and a frame with the same key, get nothing of the first', async () => {
  const key = newKey();
  await write(victim.tab, 'my card is 4111', key);
  const thief = await visit(stage.url, counter, { visitor: victim.visitor });
  expect(thief.welcome).toMatchObject({ conversation: null, messages: [] });
  expect((await write(thief.tab, 'mine', key)).conversationId).not.toBe(victim.conversationId);
  expect(JSON.stringify(thief.tab.events)).not.toContain('my card is');
  await thief.tab.close();
});
