/** The operator's side, attacked by those who may less than they try: of another counter, removed, signed out. */
import { OperatorFrame } from '@goalpost/contract/chat';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  attend,
  connect,
  newKey,
  untilOffline,
  visit,
  type Operator,
} from '../../packages/server/test/chat-client.ts';
import { createApi } from './api.ts';
import { type ChatStage, openChatStage, settled, talk, type Talk, write } from './abuse-chat-tools.ts';

let stage: ChatStage;
let counter: number;
beforeAll(async () => {
  stage = await openChatStage();
  ({ counter } = stage);
});
afterAll(() => stage[Symbol.asyncDispose]());

const SECRET_TEXT = 'nobody else may read this';

type Type = OperatorFrame['type'];
/** One frame of every type, about someone's conversation; a type that is not here does not compile. */
const FRAMES: { readonly [T in Type]: (victim: Talk) => Extract<OperatorFrame, { type: T }> } = {
  hello: () => ({ type: 'hello', version: 1 }),
  status: () => ({ type: 'status', online: false }),
  open: ({ conversationId }) => ({ type: 'open', conversationId, lastSeq: 0 }),
  message: ({ conversationId }) => ({
    type: 'message',
    conversationId,
    key: newKey(),
    text: 'I am from the shop',
    fileId: null,
  }),
  note: ({ conversationId }) => ({ type: 'note', conversationId, key: newKey(), text: 'a note' }),
  typing: ({ conversationId }) => ({ type: 'typing', conversationId }),
  read: ({ conversationId }) => ({ type: 'read', conversationId, seq: 1 }),
  assign: ({ conversationId }) => ({ type: 'assign', conversationId, to: null, department: null }),
  tags: ({ conversationId }) => ({ type: 'tags', conversationId, tags: ['taken'] }),
  contact: ({ conversationId }) => ({ type: 'contact', conversationId, contact: { name: 'Eve' } }),
  block: ({ conversationId }) => ({ type: 'block', conversationId, blocked: true }),
  close: ({ conversationId }) => ({ type: 'close', conversationId }),
  reopen: ({ conversationId }) => ({ type: 'reopen', conversationId }),
  invite: ({ visitor }) => ({
    type: 'invite',
    counterId: counter,
    visitor,
    key: newKey(),
    text: 'come over',
  }),
  watch: () => ({ type: 'watch', people: true }),
  ping: () => ({ type: 'ping' }),
};
/** These name no one's conversation: they are about the console itself. */
const OWN: ReadonlySet<Type> = new Set<Type>(['status', 'watch', 'ping']);
const TYPES = OperatorFrame.options.map(({ shape }) => shape.type.value);

/** How the victim's conversation stands, to the letter. */
async function standing({ conversationId }: Talk) {
  const path = `/api/v1/counters/${counter}/chat/conversations/${conversationId}`;
  return (await stage.api.call<{ messages: { kind: string }[] }>('GET', path)).body;
}

/** Every address that changes something of the counter's chat. */
async function changes(): Promise<(readonly [method: string, path: string])[]> {
  const { body } = await stage.api.call<{ paths: Record<string, object> }>('GET', '/api/openapi.json');
  const base = '/api/v1/counters/{counterId}/chat/';
  const found = Object.entries(body.paths)
    .filter(([path]) => path.startsWith(base))
    .flatMap(([path, methods]) =>
      Object.keys(methods)
        .filter((method) => method !== 'get')
        .map((method) => [method.toUpperCase(), path.replace('{counterId}', String(counter))] as const),
    );
  expect(found.length).toBeGreaterThan(3);
  expect(found).toContainEqual(['POST', `/api/v1/counters/${counter}/chat/files`]);
  return found;
}

it('the table knows every frame that there is', () => {
  expect(Object.keys(FRAMES).toSorted()).toEqual([...TYPES].toSorted());
});

describe('an operator of another counter', () => {
  let stranger: Operator;
  let victim: Talk;
  beforeAll(async () => {
    const account = await stage.account('stranger');
    await stage.grant(await stage.newCounter(), account.id, 'edit');
    stranger = (await attend(stage.url, account.token)).console;
    victim = await talk(stage.url, counter, SECRET_TEXT);
  });

  it.each(TYPES)('cannot %s, and that is logged', async (type) => {
    const before = await standing(victim);
    const heard = victim.tab.events.length;
    const logged = stage.logged().length;
    stranger.send(FRAMES[type](victim));
    await settled(stranger);
    await settled(victim.tab);
    if (!OWN.has(type)) {
      const refusal = await stranger.next('refused');
      expect(['denied', 'malformed']).toContain(refusal.reason);
      if (type !== 'hello') {
        expect(refusal.reason).toBe('denied');
        expect(stage.logged().slice(logged)).toContain('A chat frame for another counter was refused.');
      }
    }
    expect(await standing(victim)).toEqual(before);
    // Nothing but the answer to the ping that this test sent.
    expect(victim.tab.events.slice(heard)).toEqual([{ type: 'pong' }]);
    expect(JSON.stringify(stranger.events)).not.toContain(SECRET_TEXT);
  });

  it('does not hear of it either: messages, typing, people', async () => {
    victim.tab.send({ type: 'typing', text: SECRET_TEXT });
    await write(victim.tab, SECRET_TEXT);
    const { console } = await attend(stage.url, stage.server.token);
    await console.next('people', (event) => event.counterId === counter);
    await settled(stranger);
    const heard = JSON.stringify(stranger.events);
    for (const text of [SECRET_TEXT, victim.visitor, victim.conversationId])
      expect(heard).not.toContain(text);
    expect(heard).not.toContain(`"counterId":${counter}`);
    await console.close();
  });

  it('learns from a made-up conversation no more than from a foreign one that it is not theirs', async () => {
    stranger.send({ type: 'open', conversationId: '../../etc/passwd', lastSeq: 0 });
    expect((await stranger.next('refused')).reason).toBe('not_found');
  });
});

describe('permission to look', () => {
  const looks = new Set<Type>(['open', ...OWN]);

  it.each(['by permission', 'by token'] as const)('%s is no permission to write', async (how) => {
    let token: string;
    if (how === 'by permission') {
      const account = await stage.account('viewer');
      await stage.grant(counter, account.id, 'view');
      ({ token } = account);
    } else {
      const made = await stage.api.call<{ token: { value: string } }>('POST', '/api/v1/tokens', {
        token: { name: 'reader', scope: 'read' },
      });
      token = made.body.token.value;
    }
    await untilOffline(stage.url, counter);
    const victim = await talk(stage.url, counter, 'Hello');
    const { console } = await attend(stage.url, token);
    const before = await standing(victim);
    for (const type of TYPES.filter((one) => !looks.has(one))) {
      console.send(FRAMES[type](victim));
      const { reason } = await console.next('refused');
      expect([type, reason]).toEqual([type, type === 'hello' ? 'malformed' : 'denied']);
    }
    console.send(FRAMES.open(victim));
    expect((await console.next('history')).messages).toHaveLength(1);
    await settled(victim.tab);
    expect(await standing(victim)).toEqual(before);
    expect(victim.tab.events.map(({ type }) => type)).toEqual(['welcome', 'stored', 'pong']);

    // Nor does someone who only looks make the counter one that answers.
    const later = await visit(stage.url, counter);
    expect(later.welcome.online).toBe(false);
    const api = createApi(stage.url, token);
    for (const [method, path] of await changes()) {
      const { status } = await api.call(method, path, {});
      expect([method, path, status]).toEqual([method, path, 403]);
    }
    await Promise.all([console.close(), later.tab.close(), victim.tab.close()]);
  });
});

describe('[C74] an operator who is removed while connected', () => {
  /** @param ends the end of their right; resolves when it has ended */
  async function cutOff(console: Operator, ends: () => Promise<unknown>): Promise<void> {
    const victim = await talk(stage.url, counter, 'Hello');
    console.send(FRAMES.message(victim));
    await console.next('stored');
    await ends();
    // Sent by someone who has no right any more, before any clock has ticked.
    console.send(FRAMES.message(victim));
    await write(victim.tab, SECRET_TEXT);
    expect(await console.closed).toBe(4401);
    const { messages } = await standing(victim);
    expect(messages.map(({ kind }) => kind)).toEqual(['visitor', 'operator', 'visitor']);
    expect(console.events.filter(({ type }) => type === 'stored')).toHaveLength(1);
    await victim.tab.close();
  }

  it.each([
    ['from the counter', (id: string) => stage.grant(counter, id, null)],
    ['with the account', (id: string) => stage.removeAccount(id)],
  ] as const)('%s is cut off at once', async (_what, ends) => {
    const account = await stage.account(`removed-${newKey()}`);
    await stage.grant(counter, account.id, 'edit');
    const { console } = await attend(stage.url, account.token);
    await cutOff(console, () => ends(account.id));
  });

  it('by revoking the token, or by signing out, is cut off at once', async () => {
    const { body } = await stage.api.call<{ token: { id: string; value: string } }>(
      'POST',
      '/api/v1/tokens',
      { token: { name: 'console', scope: 'write' } },
    );
    const { console } = await attend(stage.url, body.token.value);
    const revoke = () => stage.api.call('DELETE', `/api/v1/tokens/${body.token.id}`);
    await cutOff(console, revoke);

    const cookie = await stage.cookie();
    const signedIn: Operator = await connect(`${stage.url}/chat/v1/operator`, { cookie, origin: stage.url });
    signedIn.send({ type: 'hello', version: 1 });
    await signedIn.next('welcome');
    const signOut = () =>
      fetch(`${stage.url}/api/auth/sign-out`, { method: 'POST', headers: { cookie, origin: stage.url } });
    await cutOff(signedIn, signOut);
  });

  it('hears nothing more of that counter within two seconds, though another is still theirs', async () => {
    const account = await stage.account('half-removed');
    const other = await stage.newCounter();
    await stage.grant(counter, account.id, 'edit');
    await stage.grant(other, account.id, 'edit');
    const { console } = await attend(stage.url, account.token);
    await stage.grant(counter, account.id, null);
    // The clock has ticked for them when it has for another who lost everything.
    const witness = await stage.account('witness');
    await stage.grant(counter, witness.id, 'view');
    const seen = await attend(stage.url, witness.token);
    await stage.grant(counter, witness.id, null);
    await seen.console.closed;
    const heard = console.events.length;
    const victim = await talk(stage.url, counter, SECRET_TEXT);
    await settled(victim.tab);
    await settled(console);
    expect(JSON.stringify(console.events.slice(heard))).not.toContain(SECRET_TEXT);
    console.send(FRAMES.message(victim));
    expect((await console.next('refused')).reason).toBe('denied');
    await Promise.all([console.close(), victim.tab.close()]);
  });

  it('when the counter is deleted hears nothing more of it, nor do its visitors write', async () => {
    const mine = await stage.newCounter();
    const account = await stage.account('of-the-deleted');
    await stage.grant(mine, account.id, 'edit');
    const { console } = await attend(stage.url, account.token);
    const { tab } = await talk(stage.url, mine);
    await stage.api.call('DELETE', `/management/v1/counter/${mine}`);
    tab.send({ type: 'message', key: newKey(), text: 'still there?', fileId: null });
    expect(await tab.closed).toBe(4404);
    expect(await console.closed).toBe(4401);
    expect(tab.events.filter(({ type }) => type === 'stored')).toHaveLength(1);
  });
});

it('[C74] when the chat is switched off, visitors who are connected cannot go on', async () => {
  const mine = await stage.newCounter();
  const { tab } = await talk(stage.url, mine);
  await stage.api.call('PUT', `/api/v1/counters/${mine}/chat/settings`, { settings: { enabled: false } });
  tab.send({ type: 'message', key: newKey(), text: 'still there?', fileId: null });
  expect(await tab.closed).toBe(4404);
  expect(tab.events.filter(({ type }) => type === 'stored')).toHaveLength(1);
});

describe('the page of another site, in a browser that is signed in', () => {
  const HOSTILE = [
    { origin: 'https://evil.example' },
    { origin: 'null' },
    { origin: 'http://127.0.0.1:1' },
    { origin: 'https://shop.example' },
    { 'sec-fetch-site': 'cross-site' },
    { 'sec-fetch-site': 'same-site' },
    {},
  ] as const;

  it.each(HOSTILE)('opens no socket: %j', async (headers) => {
    const cookie = await stage.cookie();
    const console: Operator = await connect(`${stage.url}/chat/v1/operator`, { cookie, ...headers });
    console.send({ type: 'hello', version: 1 });
    expect(await console.closed).toBe(4401);
    expect(console.events).toEqual([{ type: 'refused', reason: 'denied', key: null }]);
  });

  it('changes nothing of the chat', async () => {
    const cookie = await stage.cookie();
    for (const [method, path] of await changes()) {
      for (const headers of HOSTILE) {
        const answer = await fetch(`${stage.url}${path}`, {
          method,
          headers: { cookie, 'content-type': 'text/plain', ...headers },
          body: '{}',
        });
        expect([method, path, headers, answer.status]).toEqual([method, path, headers, 403]);
        expect(answer.headers.get('access-control-allow-origin')).toBeNull();
      }
    }
  });
});
