/** The visitor's side, attacked: words put into the shop's mouth, goals without end, trolls, foreign pages. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { newKey, visit, type Operator, type Visitor } from '../../packages/server/test/chat-client.ts';
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

const read = (conversationId: string) => readWhole(stage, counter, conversationId);

async function goals(of: number): Promise<Record<string, number>> {
  await stage.server.flushed();
  const rows = await conversions(stage.api, of);
  return Object.fromEntries(Object.entries(rows).map(([name, metrics]) => [name, metrics[3] ?? 0]));
}

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
    // By no one, and with no rule: consoles mark it as the page's word.
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
    // Two conversations more than taps that may make a goal in an hour [C72].
    const [bound, beyond] = [10, 2];
    for (let count = 0; count < bound + beyond; count++) {
      for (const words of [`Made up ${count}`, `Made up ${count} once more`]) {
        shown(tab, words);
        for (let again = 0; again < 2; again++)
          tab.send({ type: 'invitation', event: 'tapped', ruleId: null, text: words });
      }
      const { conversationId } = await write(tab, 'Hello');
      console.send({ type: 'close', conversationId });
      await tab.next('closed');
    }
    await settled(tab);
    expect(tab.events.filter(({ type }) => type === 'refused')).toEqual([]);
    const told = tab.events.flatMap((event) => (event.type === 'event' ? [event.event] : []));
    // On a slow machine no one has answered for so long that the chat is said to be asked for as well.
    expect(told.filter((event) => event !== 'Jivo_Chat_requested')).toEqual(
      Array<string>(bound).fill('Jivo_Proactive_invitation_accepted'),
    );
    const stored = tab.events.flatMap((event) => (event.type === 'stored' ? [event.event] : []));
    // A message makes the goal of its conversation where no tap has: beyond the bound alone.
    expect(stored.filter((event) => event !== null)).toEqual(
      Array<string>(beyond).fill('Jivo_Proactive_invitation_accepted'),
    );
    const reached = await goals(mine);
    const sum = Object.values(reached).reduce((before, count) => before + count, 0);
    expect(sum).toBeGreaterThan(0);
    expect(sum).toBeLessThanOrEqual(told.length + beyond);
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
    // Nothing tells them from anyone else: as documented. Under their number, they are another person.
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
      expect([origin, page, await turnedAway(url, strict, { origin, url: page })]).toEqual([
        origin,
        page,
        'denied',
      ]);
    }
    const { tab } = await visit(url, strict);
    await tab.close();
  });
});
