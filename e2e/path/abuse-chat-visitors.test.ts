/** The visitor's side, attacked by other visitors: with their numbers, secrets and keys. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { newKey, visit, type Operator } from '../../packages/server/test/chat-client.ts';
import {
  attend,
  type ChatStage,
  openChatStage,
  readWhole,
  settled,
  talk,
  turnedAway,
  write,
} from './abuse-chat-tools.ts';

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

const read = (conversationId: string) => readWhole(stage, counter, conversationId);

const answer = async (conversationId: string, text: string) => {
  const key = newKey();
  console.send({ type: 'message', conversationId, key, text, fileId: null });
  await console.next('stored', (event) => event.key === key);
};

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
    // What is told of people is told within the next second: of someone who came later, it has been told then.
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
    expect(await turnedAway(url, counter, { secret, visitor })).toBe('too_fast');
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
