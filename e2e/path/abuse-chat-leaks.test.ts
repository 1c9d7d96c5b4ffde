/** What the chat tells those who ask, and what it writes down. Nothing of the staff, of secrets, of what was said. */
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { newKey, visit, type Operator } from '../../packages/server/test/chat-client.ts';
import {
  type Account,
  attend,
  type ChatStage,
  openChatStage,
  roundTrip,
  settled,
  talk,
  write,
} from './abuse-chat-tools.ts';

let stage: ChatStage;
let url: string;
let counter: number;
let staff: Account;
let ownerId: string;
let operator: Operator;
beforeAll(async () => {
  stage = await openChatStage();
  ({ url, counter } = stage);
  staff = await stage.account('ann.smith');
  await stage.grant(counter, staff.id, 'edit');
  ownerId = (await stage.api.call<{ id: string }>('GET', '/api/v1/me')).body.id;
  const always = {
    timeZone: 'Asia/Kathmandu',
    spans: [{ days: [1, 2, 3, 4, 5, 6, 7], from: '00:00', to: '23:59' }],
  };
  const saved = await stage.api.call('PUT', `/api/v1/counters/${counter}/chat/settings`, {
    settings: {
      enabled: true,
      departments: [{ id: 'sales', name: 'Sales', hours: always, members: [staff.id, ownerId] }],
      operators: [{ id: staff.id, name: 'Ann', title: 'hidden title', picture: '' }],
      hours: always,
      waiting: { soon: 1_234, late: 4_321 },
      mail: { team: 'team@secret-staff.example', answerAfter: 777 },
    },
  });
  expect(saved.status).toBe(200);
  ({ console: operator } = await attend(url, staff.token));
});
afterAll(() => stage[Symbol.asyncDispose]());

/** Nothing of these is anyone's who only visits. */
const ofTheStaff = () => [
  'secret-staff',
  'owner@example.com',
  'Kathmandu',
  'hidden title',
  // Long enough that no secret holds them by chance.
  '"soon"',
  '"late"',
  '"answerAfter"',
  ':1234',
  ':4321',
  ':777',
  'members',
  ownerId,
];

describe('a visitor is not told', () => {
  it('of the staff’s addresses, accounts, hours and settings: neither by the settings nor by a whole talk', async () => {
    const answer = await fetch(`${url}/chat/v1/settings/${counter}?language=en`);
    const settings = await answer.text();
    for (const text of [...ofTheStaff(), staff.id]) expect(settings).not.toContain(text);

    const guest = await talk(url, counter, 'Hello');
    const say = async (frame: object) => {
      const key = newKey();
      operator.send({ conversationId: guest.conversationId, key, text: 'I will ask', ...frame } as never);
      await operator.next('stored', (event) => event.key === key);
    };
    await say({ type: 'note', text: 'a note for colleagues: a difficult customer' });
    await say({ type: 'message', fileId: null });
    operator.send({ type: 'tags', conversationId: guest.conversationId, tags: ['difficult'] });
    operator.send({
      type: 'assign',
      conversationId: guest.conversationId,
      to: staff.id,
      department: 'sales',
    });
    operator.send({
      type: 'contact',
      conversationId: guest.conversationId,
      contact: { description: 'difficult' },
    });
    operator.send({ type: 'close', conversationId: guest.conversationId });
    await guest.tab.next('closed');
    const again = await visit(url, counter, { secret: guest.secret, visitor: guest.visitor });
    const told = JSON.stringify([
      ...guest.tab.events,
      ...again.tab.events.map((event) => ({ ...event, contact: {} })),
    ]);
    expect(told).toContain('I will ask');
    for (const text of [...ofTheStaff(), 'a note for colleagues', '"tags"', 'ann.smith'])
      expect(told).not.toContain(text);
    await Promise.all([again.tab.close(), guest.tab.close()]);
  });

  it('whether a number or a secret is known: all that are wrong are answered alike', async () => {
    const known = await talk(url, counter);
    const shapes = await Promise.all(
      [
        { visitor: known.visitor },
        { visitor: known.visitor, secret: 'wrong' },
        { visitor: '17000000001' },
        { visitor: '17000000002', secret: known.secret.replace(/^./, (one) => (one === 'A' ? 'B' : 'A')) },
      ].map(async (options) => {
        const { tab, welcome } = await visit(url, counter, options);
        await tab.close();
        return JSON.stringify({ ...welcome, secret: welcome.secret?.length });
      }),
    );
    expect(new Set(shapes).size).toBe(1);
    await known.tab.close();
  });

  it('anything but what was asked for in a refusal, whatever is asked', async () => {
    const base = `${url}/api/v1/counters/${counter}/chat`;
    const texts: string[] = [];
    for (const [method, address] of [
      ['GET', `${base}/conversations`],
      ['PUT', `${base}/settings`],
      ['POST', `${base}/files`],
      ['POST', `${url}/chat/v1/files/${counter}`],
      ['POST', `${url}/chat/v1/files/99999999999`],
      ['GET', `${url}/chat/v1/settings/99999999999`],
      ['GET', `${url}/chat/v1/settings/x`],
      ['GET', `${url}/chat/v1/settings/${counter}?language=${'x'.repeat(500)}`],
      ['GET', `${url}/chat/v1/operator`],
      ['GET', `${url}/chat/v1/visitor/${counter}`],
      ['PUT', `${url}/chat/v1/settings/${counter}`],
      ['GET', `${url}/chat/v1/`],
    ] as const) {
      const answer = await fetch(address, { method, ...(method === 'GET' ? {} : { body: '{"settings":[' }) });
      expect([method, address, answer.status >= 400 && answer.status < 500]).toEqual([method, address, true]);
      texts.push(await answer.text());
    }
    for (const text of texts)
      expect(text).not.toMatch(/node_modules|\.ts:\d|at \w+ \(|SQLITE|\/tmp\/|\/src\//);
  });
});

it('no page of another site frames the console, reads the API, or gets more than the widget needs', async () => {
  for (const path of ['/chat', `/counter/${counter}/chat/inbox`]) {
    const { headers } = await fetch(`${url}${path}`);
    expect(headers.get('content-security-policy')).toContain("frame-ancestors 'none'");
    expect(headers.get('content-security-policy')).not.toMatch(/script-src[^;]*'unsafe/);
  }
  const own = await fetch(`${url}/api/v1/counters/${counter}/chat/settings`, {
    headers: { origin: 'https://evil.example', cookie: await stage.cookie() },
  });
  expect(own.headers.get('access-control-allow-origin')).toBeNull();
  const open = await fetch(`${url}/chat/v1/settings/${counter}`, {
    headers: { origin: 'https://evil.example' },
  });
  expect(open.headers.get('access-control-allow-origin')).toBe('*');
  expect(open.headers.get('access-control-allow-credentials')).toBeNull();
});

it('nothing that was said, and no secret, is logged: not in order, not in refusals, not in faults', async () => {
  const guest = await talk(url, counter, 'my card is 4111 1111');
  guest.tab.send({
    type: 'contact',
    contact: { name: 'Zoë Secret', email: 'zoe@private.example', phone: '+999' },
  });
  guest.tab.send({ type: 'token', token: 'user-token-4111 1111' });
  guest.tab.send({ type: 'typing', text: 'typed 4111 1111' });
  guest.tab.sendText('{"type":"message","text":"broken 4111 1111"');
  await settled(guest.tab);
  await visit(url, counter, { secret: 'a wrong secret 4111 1111' }).then(({ tab }) => tab.close());
  const wrong = await fetch(`${url}/api/v1/counters/${counter}/chat/settings?oauth_token=${staff.token}`, {
    method: 'PUT',
    headers: { authorization: `OAuth ${staff.token}` },
    body: '{"settings":{"enabled":"4111 1111"}}',
  });
  expect(wrong.status).toBe(400);

  // The store breaks in the middle of it.
  const db = new DatabaseSync(join(stage.server.dataDir, 'records.db'), { timeout: 60_000 });
  db.exec('ALTER TABLE chat_messages RENAME TO chat_messages_away');
  guest.tab.send({ type: 'message', key: newKey(), text: 'unlucky 4111 1111', fileId: null });
  expect(await guest.tab.closed).toBe(1013);
  db.exec('ALTER TABLE chat_messages_away RENAME TO chat_messages');
  db.close();
  expect(stage.logged()).toContain('A chat frame failed');
  const logged = stage.logged();
  for (const text of [
    '4111 1111',
    'Zoë',
    'private.example',
    '+999',
    guest.secret,
    guest.secret.slice(0, 20),
    staff.token,
  ])
    expect(logged).not.toContain(text);

  // And it goes on when the store does.
  const again = await visit(url, counter, { secret: guest.secret, visitor: guest.visitor });
  expect(again.welcome.conversation?.id).toBe(guest.conversationId);
  await write(again.tab, 'once more');
  const { console } = await attend(url, staff.token);
  await roundTrip({ ...guest, tab: again.tab }, console);
  await Promise.all([again.tab.close(), console.close()]);
});
