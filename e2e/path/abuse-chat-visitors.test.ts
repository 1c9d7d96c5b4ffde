/** The visitor's side, attacked by other visitors: with their numbers, secrets, keys, and words put into mouths. */
import type { ChatMessage, ConversationView } from '@goalpost/contract';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  connect,
  newKey,
  visit,
  visitorNumber,
  type Operator,
  type Visitor,
  type VisitorOptions,
} from '../../packages/server/test/chat-client.ts';
import {
  attend,
  type ChatStage,
  helloText,
  openChatStage,
  settled,
  talk,
  write,
} from './abuse-chat-tools.ts';
import { conversions } from './api.ts';

let stage: ChatStage;
let console: Operator;
let url: string;
let counter: number;
beforeAll(async () => {
  stage = await openChatStage();
  ({ url, counter } = stage);
  ({ console } = await attend(url, stage.server.token));
});
afterAll(() => stage[Symbol.asyncDispose]());

const SECRET_TEXT = 'my card is 4111';

interface Whole {
  readonly conversation: ConversationView;
  readonly messages: readonly ChatMessage[];
}
async function read(conversationId: string, of = counter): Promise<Whole> {
  return (await stage.api.call<Whole>('GET', `/api/v1/counters/${of}/chat/conversations/${conversationId}`))
    .body;
}

async function goals(of: number): Promise<Record<string, number>> {
  await stage.server.flushed();
  const rows = await conversions(stage.api, of);
  return Object.fromEntries(Object.entries(rows).map(([name, metrics]) => [name, metrics[3] ?? 0]));
}

const answer = async (conversationId: string, text: string) => {
  const key = newKey();
  console.send({ type: 'message', conversationId, key, text, fileId: null });
  await console.next('stored', (event) => event.key === key);
};

/** @returns the reason that a hello got instead of a welcome */
async function turnedAway(of: number, options: VisitorOptions): Promise<string> {
  const { origin = 'https://shop.example', url: page = 'https://shop.example/' } = options;
  const tab: Visitor = await connect(`${url}/chat/v1/visitor/${of}`, { origin });
  const { visitor = visitorNumber(), secret = null } = options;
  tab.sendText(helloText(visitor, secret, { page: { url: page, title: '', referrer: '' } }));
  const { reason } = await tab.next('refused');
  await tab.closed;
  return reason;
}

describe('[C70] the number of another visitor', () => {
  it.each([
    ['no secret', () => null],
    ['a made-up secret', () => 'x'.repeat(43)],
    ['a secret with a made-up mark', () => `${'A'.repeat(43)}.${'A'.repeat(22)}`],
    ['one of another’s secret, a letter short', (secret: string) => secret.slice(0, -1)],
    ['the half of it', (secret: string) => secret.split('.')[0] ?? ''],
    ['one in other letters', (secret: string) => secret.toLowerCase()],
    ['something that is no ASCII', () => 'ÿ'.repeat(43) + '.ÿÿÿÿÿÿÿÿÿÿÿÿÿÿÿÿÿÿÿÿÿÿ'],
  ])('with %s opens nothing of theirs', async (_what, secretOf) => {
    const victim = await talk(url, counter, SECRET_TEXT);
    const given = secretOf(victim.secret);
    const thief = await visit(url, counter, {
      visitor: victim.visitor,
      secret: given,
      conversationId: victim.conversationId,
    });
    expect(thief.welcome.secret).toEqual(expect.any(String));
    expect(thief.welcome).toMatchObject({ conversation: null, messages: [], contact: {}, visitorNumber: 0 });

    thief.tab.send({ type: 'typing', text: 'I am them' });
    thief.tab.send({ type: 'read', seq: 1 });
    thief.tab.send({ type: 'contact', contact: { name: 'Thief' } });
    thief.tab.send({ type: 'rate', rating: 1, comment: 'bad' });
    thief.tab.send({ type: 'invitation', event: 'shown', ruleId: null, text: 'Forged' });
    thief.tab.send({ type: 'invitation', event: 'closed', ruleId: null, text: '' });
    thief.tab.send({ type: 'page', page: { url: 'https://evil.example/', title: 'Evil', referrer: '' } });
    const forged = await write(thief.tab, 'I am them');
    expect(forged.conversationId).not.toBe(victim.conversationId);

    console.send({ type: 'typing', conversationId: victim.conversationId });
    console.send({ type: 'read', conversationId: victim.conversationId, seq: 1 });
    await answer(victim.conversationId, SECRET_TEXT);
    await victim.tab.next('message', ({ message }) => message.text === SECRET_TEXT);
    await settled(thief.tab);
    expect(JSON.stringify(thief.tab.events)).not.toContain(SECRET_TEXT);
    expect(thief.tab.events.filter(({ type }) => ['typing', 'read', 'accepted'].includes(type))).toEqual([]);
    expect(JSON.stringify(victim.tab.events)).not.toContain('I am them');

    const { conversation, messages } = await read(victim.conversationId);
    expect(conversation).toMatchObject({ contact: {}, rating: null });
    expect(messages.map(({ text }) => text)).toEqual([SECRET_TEXT, SECRET_TEXT]);
    await Promise.all([thief.tab.close(), victim.tab.close()]);
  });

  it('does not put anything under their name before the operator: typing, page, conversation', async () => {
    const victim = await talk(url, counter);
    const thief = await visit(url, counter, { visitor: victim.visitor });
    const typed = `typed by the thief ${newKey()}`;
    thief.tab.send({ type: 'typing', text: typed });
    thief.tab.send({ type: 'page', page: { url: 'https://evil.example/', title: typed, referrer: '' } });
    await settled(thief.tab);
    // What is told of people is told within the next second: of somebody who came later, it has been told then.
    const later = await talk(url, counter);
    await console.next('people', ({ changed }) => changed.some(({ visitor }) => visitor === later.visitor));
    expect(JSON.stringify(console.events)).not.toContain(typed);

    // They go, and the thief stays under their number: what was theirs is not the thief's.
    await victim.tab.close();
    const again = await visit(url, counter, { visitor: victim.visitor });
    const { changed } = await console.next('people', (event) =>
      event.changed.some((one) => one.visitor === victim.visitor && one.conversationId === null),
    );
    expect(changed.find((one) => one.visitor === victim.visitor)).toMatchObject({
      typing: '',
      invited: false,
    });
    again.tab.send({ type: 'typing', text: typed });
    await settled(again.tab);
    expect(console.events.filter((event) => event.type === 'typing' && event.text === typed)).toEqual([]);
    await Promise.all([thief.tab.close(), again.tab.close(), later.tab.close()]);
  });
});

describe('a secret', () => {
  it('of one counter is nobody on another', async () => {
    const other = await stage.newCounter();
    const victim = await talk(url, counter, SECRET_TEXT);
    const there = await visit(url, other, { visitor: victim.visitor, secret: victim.secret });
    expect(there.welcome).toMatchObject({ conversation: null, messages: [], contact: {} });
    expect(there.welcome.secret).not.toBeNull();
    const upload = await fetch(`${url}/chat/v1/files/${other}`, {
      method: 'POST',
      headers: { 'x-goalpost-chat-secret': victim.secret, 'x-goalpost-file-name': 'a.txt' },
      body: 'hello',
    });
    expect(upload.status).toBe(403);
    await Promise.all([there.tab.close(), victim.tab.close()]);
  });

  it('and every other id is one that nobody guesses', async () => {
    const talks = await Promise.all(Array.from({ length: 20 }, () => talk(url, counter)));
    for (const pick of [
      (one: (typeof talks)[number]) => one.secret,
      (one: (typeof talks)[number]) => one.conversationId,
    ]) {
      const ids = talks.map(pick);
      expect(new Set(ids).size).toBe(20);
      // No part of one tells of the next.
      const beginnings = new Set(ids.map((id) => id.slice(0, 8)));
      expect(beginnings.size).toBe(20);
    }
    expect(talks[0]?.secret).toMatch(/^[\w-]{43}\.[\w-]{22}$/);
    expect(talks[0]?.conversationId).toMatch(
      /^[\da-f]{8}-[\da-f]{4}-4[\da-f]{3}-[89ab][\da-f]{3}-[\da-f]{12}$/,
    );
    await Promise.all(talks.map(({ tab }) => tab.close()));
  });

  it('[C73] opens at most fifty tabs at once', async () => {
    const { secret, visitor, tab } = await visit(url, counter);
    const more = await Promise.all(
      Array.from({ length: 49 }, () => visit(url, counter, { secret, visitor })),
    );
    expect(await turnedAway(counter, { secret, visitor })).toBe('too_fast');
    await more[0]?.tab.close();
    more.push(await visit(url, counter, { secret, visitor }));
    await Promise.all([tab, ...more.slice(1).map((one) => one.tab)].map((one) => one.close()));
  });
});

describe('a frame sent again', () => {
  it('is the same message, also from another tab, and after the conversation was closed', async () => {
    const one = await talk(url, counter);
    const key = newKey();
    const first = await write(one.tab, 'once', key);
    const tab = (await visit(url, counter, { secret: one.secret, visitor: one.visitor })).tab;
    expect(await write(tab, 'once', key)).toEqual(first);
    console.send({ type: 'close', conversationId: one.conversationId });
    await one.tab.next('closed');
    expect(await write(one.tab, 'once, says the recorder', key)).toEqual(first);
    expect((await read(one.conversationId)).messages).toHaveLength(2);
    await Promise.all([tab.close(), one.tab.close()]);
  });

  it('by another person is theirs alone, and of an operator’s message none at all', async () => {
    const one = await talk(url, counter);
    const key = newKey();
    await write(one.tab, 'mine', key);
    const other = await visit(url, counter);
    const theirs = await write(other.tab, 'with a key that I have seen', key);
    expect(theirs.conversationId).not.toBe(one.conversationId);
    expect(theirs.text).toBe('with a key that I have seen');

    const operatorKey = newKey();
    console.send({
      type: 'message',
      conversationId: one.conversationId,
      key: operatorKey,
      text: 'mine',
      fileId: null,
    });
    await one.tab.next('message', ({ message }) => message.key === operatorKey);
    one.tab.send({ type: 'message', key: operatorKey, text: 'no, mine', fileId: null });
    expect(await one.tab.next('refused')).toMatchObject({ reason: 'denied', key: operatorKey });
    expect((await read(one.conversationId)).messages.map(({ text }) => text)).toEqual([
      'Hello',
      'mine',
      'mine',
    ]);
    await Promise.all([other.tab.close(), one.tab.close()]);
  });
});

describe('[C72] invitations that were never sent', () => {
  const shown = (tab: Visitor, text: string, ruleId: string | null = null) =>
    tab.send({ type: 'invitation', event: 'shown', ruleId, text });
  const rule = (text: string) => ({
    rule: {
      name: 'Help',
      conditions: [{ on: 'time_on_page', seconds: 1 }],
      texts: [text],
      author: 'Olga',
      controlPercent: 0,
    },
  });
  const makeRule = async (of: number, text: string): Promise<string> => {
    const made = await stage.api.call<{ rule: { id: string } }>(
      'POST',
      `/api/v1/counters/${of}/chat/rules`,
      rule(text),
    );
    expect(made.status).toBe(200);
    return made.body.rule.id;
  };

  it('do not become an operator’s words, nor a rule’s', async () => {
    const { tab } = await visit(url, counter);
    shown(tab, 'We give you 90 % off, says Olga');
    const { conversationId } = await write(tab, 'I take the 90 %');
    const { messages, conversation } = await read(conversationId);
    // By nobody, and with no rule: consoles mark it as the page's word.
    expect(messages[0]).toMatchObject({ kind: 'invitation', author: '', authorId: null });
    expect(conversation.assignedTo).toBeNull();
    expect(messages.some(({ kind }) => kind === 'operator' || kind === 'system')).toBe(false);
    await tab.close();
  });

  it('of a rule say what the rule says, whatever the frame says', async () => {
    const ruleId = await makeRule(counter, 'Can I help?');
    const { tab } = await visit(url, counter);
    shown(tab, 'We give you 90 % off', ruleId);
    const { conversationId } = await write(tab, 'Yes');
    const [first] = (await read(conversationId)).messages;
    expect(first).toMatchObject({ text: 'Can I help?', author: 'Olga', authorId: ruleId });
    await tab.close();
  });

  it('of another counter’s rule, or of none, are refused', async () => {
    const foreign = await makeRule(await stage.newCounter(), 'Secret words of a competitor');
    const { tab } = await visit(url, counter);
    for (const ruleId of [foreign, 'no rule', '']) {
      shown(tab, 'x', ruleId);
      expect((await tab.next('refused')).reason).toBe('not_found');
      for (const event of ['seen', 'held', 'closed', 'tapped'] as const)
        tab.send({ type: 'invitation', event, ruleId, text: 'x' });
    }
    const { conversationId } = await write(tab, 'Hello');
    expect((await read(conversationId)).messages).toHaveLength(1);
    expect(JSON.stringify(tab.events)).not.toContain('competitor');
    await tab.close();
  });

  it('make one goal a conversation, and a bounded number an hour however often they are tapped', async () => {
    const mine = await stage.newCounter();
    const { tab } = await visit(url, mine, { phone: true });
    for (let count = 0; count < 20; count++) {
      shown(tab, `Made up ${count}`);
      for (let again = 0; again < 2; again++)
        tab.send({ type: 'invitation', event: 'tapped', ruleId: null, text: `Made up ${count}` });
    }
    for (let count = 0; count < 5; count++) {
      shown(tab, `Made up once more ${count}`);
      await write(tab, 'Hello');
    }
    await settled(tab);
    expect(tab.events.filter(({ type }) => type === 'refused')).toEqual([]);
    const told = tab.events.flatMap((event) => (event.type === 'event' ? [event.event] : []));
    expect(told).toEqual(Array<string>(10).fill('Jivo_Proactive_invitation_accepted'));
    const stored = tab.events.flatMap((event) => (event.type === 'stored' ? [event.event] : []));
    expect(stored.filter((event) => event !== null)).toHaveLength(1);
    const reached = await goals(mine);
    const sum = Object.values(reached).reduce((before, count) => before + count, 0);
    expect(sum).toBeGreaterThan(0);
    expect(sum).toBeLessThanOrEqual(11);
    await tab.close();
  });
});

describe('[C71] somebody who is blocked', () => {
  it('is not heard any more: no message, no typing, no contact, no rating, no file', async () => {
    const troll = await talk(url, counter);
    console.send({ type: 'block', conversationId: troll.conversationId, blocked: true });
    await console.next('conversation', ({ conversation }) => conversation.blocked);
    const heard = console.events.length;
    troll.tab.send({ type: 'message', key: newKey(), text: 'INSULT', fileId: null });
    troll.tab.send({ type: 'offline', key: newKey(), text: 'INSULT', contact: { name: 'INSULT' } });
    troll.tab.send({ type: 'typing', text: 'INSULT' });
    troll.tab.send({ type: 'contact', contact: { name: 'INSULT' } });
    troll.tab.send({ type: 'custom', fields: [{ content: 'INSULT' }] });
    troll.tab.send({ type: 'attributes', attributes: { plan: 'INSULT' } });
    troll.tab.send({ type: 'token', token: 'INSULT' });
    troll.tab.send({ type: 'rate', rating: 1, comment: 'INSULT' });
    for (let count = 0; count < 8; count++) expect((await troll.tab.next('refused')).reason).toBe('blocked');
    const upload = await fetch(`${url}/chat/v1/files/${counter}`, {
      method: 'POST',
      headers: { 'x-goalpost-chat-secret': troll.secret, 'x-goalpost-file-name': 'INSULT.txt' },
      body: 'INSULT',
    });
    expect(upload.status).toBe(403);
    expect(JSON.stringify(console.events.slice(heard))).not.toContain('INSULT');
    expect(JSON.stringify(await read(troll.conversationId))).not.toContain('INSULT');
    await troll.tab.close();
  });

  it('stays blocked over tabs and conversations; without the secret they are a stranger', async () => {
    const troll = await talk(url, counter);
    console.send({ type: 'block', conversationId: troll.conversationId, blocked: true });
    await console.next(
      'conversation',
      ({ conversation }) => conversation.id === troll.conversationId && conversation.blocked,
    );
    console.send({ type: 'close', conversationId: troll.conversationId });
    await troll.tab.next('closed');
    const again = await visit(url, counter, { secret: troll.secret });
    again.tab.send({ type: 'message', key: newKey(), text: 'back', fileId: null });
    expect((await again.tab.next('refused')).reason).toBe('blocked');
    // Nothing tells them from anybody else: as documented. Under their number, they are another person.
    const stranger = await visit(url, counter, { visitor: troll.visitor });
    const { conversationId } = await write(stranger.tab, 'a new name');
    expect((await read(conversationId)).conversation.blocked).toBe(false);
    await Promise.all([again.tab.close(), stranger.tab.close(), troll.tab.close()]);
  });
});

describe('the page of another site', () => {
  it('has no chat where the counter takes hits of its own sites alone', async () => {
    const strict = await stage.newCounter({ site2: { site: 'shop.example' }, only_mirrors: 1 });
    const [ours, evil] = ['https://shop.example/', 'https://evil.example/'];
    for (const [origin, page] of [
      ['https://evil.example', ours],
      ['https://shop.example', evil],
      ['https://shop.example.evil.example', ours],
      ['https://evilshop.example', ours],
      ['null', ours],
      ['https://shop.example', 'https://shop.example@evil.example/'],
      ['https://shop.example', 'javascript:alert(1)//shop.example'],
    ] as const) {
      expect([origin, page, await turnedAway(strict, { origin, url: page })]).toEqual([
        origin,
        page,
        'denied',
      ]);
    }
    const { tab } = await visit(url, strict);
    await tab.close();
  });
});
