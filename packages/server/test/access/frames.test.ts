/** Every frame of both sockets × every role, scope, guest and stranger, on a counter of theirs and a foreign one. */
import { OperatorFrame, VisitorFrame } from '@goalpost/contract/chat';
import { GRANTED_ROLES, TOKEN_SCOPES } from '@goalpost/contract/management';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { connect, newKey, visit, type Operator, type Visitor } from '../chat-client.ts';
import { startServer, type TestServer } from '../start-server.ts';
import { letIn, makeCounter, ownerOf, type Someone } from './people.ts';

/** Written by hand from the rules, not taken from the code [A45], [A47]. */
const ANSWERS = new Set(['own', 'edit', 'chat', 'scope chat', 'scope write']);
const READS = new Set([...ANSWERS, 'analyst', 'view', 'scope read', 'scope analyse']);
/** No one lets these in at all. */
const OUTSIDE = new Set(['guest', 'stranger', 'limited']);

type Type = OperatorFrame['type'];
interface Talk {
  readonly tab: Visitor;
  readonly counterId: number;
  readonly conversationId: string;
  readonly visitor: string;
  readonly secret: string;
}

/** What each frame asks for; a type that is not here does not compile. */
const NEEDS: { readonly [T in Type]: 'nothing' | 'read' | 'answer' | 'never' } = {
  hello: 'never',
  ping: 'nothing',
  watch: 'nothing',
  status: 'nothing',
  open: 'read',
  message: 'answer',
  note: 'answer',
  typing: 'answer',
  read: 'answer',
  assign: 'answer',
  tags: 'answer',
  contact: 'answer',
  block: 'answer',
  close: 'answer',
  reopen: 'answer',
  invite: 'answer',
};

/** A frame of any type about the conversation. */
function about(type: Type, { conversationId, counterId, visitor }: Talk): OperatorFrame {
  const values: Record<string, unknown> = {
    version: 1,
    online: true,
    people: true,
    conversationId,
    counterId,
    visitor,
    key: newKey(),
    text: 'written by the test',
    fileId: null,
    lastSeq: 0,
    seq: 1,
    to: null,
    department: null,
    tags: ['tag of the test'],
    contact: { name: 'Name of the test' },
    blocked: false,
  };
  return OperatorFrame.parse({ type, ...values });
}

const TYPES = OperatorFrame.options.map(({ shape }) => shape.type.value);

let server: TestServer;
let own: Talk;
let foreign: Talk;
const headers = new Map<string, Record<string, string>>();

beforeAll(async () => {
  server = await startServer();
  const owner = await ownerOf(server);
  const mine = await withChat(owner);
  const other = await withChat(owner);
  const byCookie = ({ cookie }: Someone) => ({ cookie, origin: server.url });
  const byToken = (token: string) => ({ authorization: `OAuth ${token}` });
  headers.set('own', byCookie(owner));
  for (const role of GRANTED_ROLES) {
    const login = `${role}@example.com`;
    headers.set(role, byCookie(await letIn(server, owner, { counterId: mine, login, perm: role })));
  }
  const elsewhere = {
    counterId: await withChat(owner),
    login: 'elsewhere@example.com',
    perm: 'edit',
  } as const;
  headers.set('of another counter', byCookie(await letIn(server, owner, elsewhere)));
  for (const scope of TOKEN_SCOPES)
    headers.set(`scope ${scope}`, byToken(await tokenOf(owner, { name: scope, scope, counters: [mine] })));
  const shared = await owner.call<{ token: string }>('POST', `/api/v1/counters/${mine}/shares`, {
    share: { name: 'all', report: '*' },
  });
  headers.set('guest', byToken(shared.body.token));
  headers.set('stranger', {});
  own = await talkOn(mine);
  foreign = await talkOn(other);
});
afterAll(() => server.close());

async function withChat(owner: Someone): Promise<number> {
  const id = await makeCounter(owner);
  await owner.call('PUT', `/api/v1/counters/${id}/chat/settings`, { settings: { enabled: true } });
  return id;
}

async function tokenOf(owner: Someone, token: object): Promise<string> {
  const { body } = await owner.call<{ token: { value: string } }>('POST', '/api/v1/tokens', { token });
  return body.token.value;
}

async function talkOn(counterId: number): Promise<Talk> {
  const { tab, visitor, secret } = await visit(server.url, counterId);
  tab.send({ type: 'message', key: newKey(), text: 'Hello', fileId: null });
  const { message } = await tab.next('stored');
  return { tab, counterId, conversationId: message.conversationId, visitor, secret };
}

/** How the conversation stands, to the letter. */
async function standing({ counterId, conversationId }: Talk): Promise<unknown> {
  const path = `/api/v1/counters/${counterId}/chat/conversations/${conversationId}`;
  const answer = await fetch(`${server.url}${path}`, { headers: { authorization: `OAuth ${server.token}` } });
  expect(answer.status).toBe(200);
  return answer.json();
}

/** @returns reasons that it was refused with */
async function sent(console: Operator, frame: OperatorFrame): Promise<string[]> {
  const before = console.events.length;
  console.send(frame);
  console.send({ type: 'ping' });
  await console.next('pong', (event) => console.events.indexOf(event) >= before);
  if (frame.type === 'ping') await console.next('pong', (event) => console.events.indexOf(event) >= before);
  return console.events.slice(before).flatMap((event) => (event.type === 'refused' ? [event.reason] : []));
}

async function consoleOf(who: string): Promise<Operator> {
  const console: Operator = await connect(`${server.url}/chat/v1/operator`, headers.get(who));
  console.send({ type: 'hello', version: 1 });
  return console;
}

const INSIDE = [
  'own',
  ...GRANTED_ROLES.filter((role) => !OUTSIDE.has(role)),
  'of another counter',
  ...TOKEN_SCOPES.map((scope) => `scope ${scope}`),
];

it('[A62] the table knows every frame that there is', () => {
  expect(Object.keys(NEEDS).toSorted()).toEqual([...TYPES].toSorted());
});

it.each(INSIDE)('[A62] each frame of "%s" does what the table of roles says', async (who) => {
  const console = await consoleOf(who);
  await console.next('welcome');
  const holds = { nothing: true, read: READS.has(who), answer: ANSWERS.has(who), never: false };
  const wrong: string[] = [];
  for (const type of TYPES) {
    const before = await standing(own);
    const reasons = await sent(console, about(type, own));
    const mayDo = holds[NEEDS[type]];
    const isDenied = reasons.includes('denied') || reasons.includes('malformed');
    if (isDenied === mayDo) wrong.push(`${type}: ${reasons.join() || 'taken'}`);
    if (!mayDo) expect([type, await standing(own)]).toEqual([type, before]);
  }
  expect(wrong).toEqual([]);
  await console.close();
});

/** The owner's own account has both counters. */
it.each(INSIDE.filter((who) => who !== 'own'))(
  '[A62] no frame of "%s" reaches a foreign counter',
  async (who) => {
    const console = await consoleOf(who);
    await console.next('welcome');
    const before = await standing(foreign);
    for (const type of TYPES.filter((one) => NEEDS[one] === 'read' || NEEDS[one] === 'answer'))
      expect([type, await sent(console, about(type, foreign))]).toEqual([type, ['denied']]);
    expect(await standing(foreign)).toEqual(before);
    const heard = JSON.stringify(console.events);
    for (const known of [foreign.conversationId, foreign.visitor]) expect(heard).not.toContain(known);
    await console.close();
  },
);

it('[A76] no frame reaches a counter that was deleted, nor is a file of its chat given out', async () => {
  const owner = await ownerOf(server);
  const gone = await talkOn(await withChat(owner));
  const before = await standing(gone);
  const uploaded = await fetch(`${server.url}/api/v1/counters/${gone.counterId}/chat/files`, {
    method: 'POST',
    headers: { authorization: `OAuth ${server.token}`, 'x-goalpost-file-name': 'a.txt' },
    body: 'in a file',
  });
  const { file } = (await uploaded.json()) as { file: { id: string } };
  const statusOfFile = async () => (await fetch(`${server.url}/chat/v1/files/${file.id}`)).status;
  expect(await statusOfFile()).toBe(200);
  await owner.call('DELETE', `/management/v1/counter/${gone.counterId}`);
  const console = await consoleOf('own');
  await console.next('welcome');
  for (const type of TYPES.filter((one) => NEEDS[one] === 'read' || NEEDS[one] === 'answer'))
    expect([type, await sent(console, about(type, gone))]).toEqual([type, ['denied']]);
  expect(JSON.stringify(console.events)).not.toContain(gone.conversationId);
  expect(await statusOfFile()).toBe(404);
  await console.close();
  await owner.call('POST', `/management/v1/counter/${gone.counterId}/undelete`);
  expect(await standing(gone)).toEqual(before);
  expect(await statusOfFile()).toBe(200);
});

it.each([...OUTSIDE])('[A62] a %s opens no console, whatever it says first', async (who) => {
  for (const type of TYPES) {
    const console: Operator = await connect(`${server.url}/chat/v1/operator`, headers.get(who));
    console.send(about(type, own));
    expect(await console.closed).toBe(4401);
    expect(console.events).toEqual([{ type: 'refused', reason: 'denied', key: null }]);
  }
});

/** What a widget may say after its hello; a type that is not here fails the test below. */
const SAID: { readonly [T in Exclude<VisitorFrame['type'], 'hello'>]: object } = {
  page: { page: { url: 'https://evil.example/', title: 'taken', referrer: '' } },
  message: { text: 'taken', fileId: null },
  offline: { text: 'taken', contact: { name: 'taken' } },
  typing: { text: 'taken' },
  read: { seq: 1 },
  contact: { contact: { name: 'taken' } },
  custom: { fields: [{ content: 'taken' }] },
  attributes: { attributes: { plan: 'taken' } },
  token: { token: 'taken' },
  rate: { rating: 1, comment: 'taken' },
  invitation: { event: 'tapped', ruleId: null, text: 'taken' },
  window: { open: true },
  number: {},
  ping: {},
};

it('[A62] no frame of a visitor reaches another counter’s conversation, nor another visitor’s', async () => {
  const types = VisitorFrame.options.map(({ shape }) => shape.type.value).filter((one) => one !== 'hello');
  expect(types.toSorted()).toEqual(Object.keys(SAID).toSorted());
  const before = await standing(own);
  const heard = own.tab.events.length;
  for (const [counterId, secret] of [
    // The right secret at the wrong counter, and the wrong one at the right counter.
    [foreign.counterId, own.secret],
    [own.counterId, foreign.secret],
    [own.counterId, null],
  ] as const) {
    const { tab, welcome } = await visit(server.url, counterId, {
      visitor: own.visitor,
      secret,
      conversationId: own.conversationId,
    });
    expect(welcome.conversation?.id).not.toBe(own.conversationId);
    expect(welcome.messages).toEqual([]);
    for (const type of types) {
      const frame = { type, key: newKey(), ...SAID[type as keyof typeof SAID] };
      tab.send(VisitorFrame.parse(frame));
    }
    await tab.next('number');
    tab.send({ type: 'ping' });
    await tab.next('pong');
    await tab.close();
  }
  expect(await standing(own)).toEqual(before);
  expect(JSON.stringify(own.tab.events.slice(heard))).not.toContain('taken');
});
