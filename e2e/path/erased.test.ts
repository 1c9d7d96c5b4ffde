/**
 * Erasure and masking, proven by reading everything out. A person is planted in every table that names people, and
 * must be in each of them before: a new table that erasure does not know fails here.
 */
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { attend, newKey, untilOffline, visit } from '../../packages/server/test/chat-client.ts';
import { PATIENCE_MS } from '../../packages/server/test/eventually.ts';
import { startServer, type TestServer } from '../../packages/server/test/start-server.ts';
import { createOlap, engineTarget } from '../../packages/server/src/stores/olap/index.ts';
import { createApi, type Api } from './api.ts';
import { sendFile } from './chat-file.ts';
import { closeDay, CLOSED_DAY, leaveReport, mention, reportsLeft } from './erased-plants.ts';
import { findMarks, readOut, tablesAboutPeople } from './read-out.ts';
import { newVisitorId, sendHit } from './wire.ts';

/** The engine removes parts when it comes to it. */
const PARTS_GO_MS = PATIENCE_MS * 5;

/** Empty again a moment later: what happened is told, and forgotten. */
const PASSING = ['records: chat_happenings'];

let server: TestServer;
let api: Api;
let counter: number;
let rule: string;
beforeAll(async () => {
  server = await startServer({
    environment: {
      // No one answers there: letters and deliveries wait, with all that they say.
      GOALPOST_SMTP_URL: 'smtp://127.0.0.1:9',
      GOALPOST_MAIL_FROM: 'chat@shop.example',
      GOALPOST_WEBHOOKS_PRIVATE: '1',
    },
  });
  api = createApi(server.url, server.token);
  counter = await api.createCounter();
  const chat = `/api/v1/counters/${counter}/chat`;
  const settings = { enabled: true, mail: { team: 'team@shop.example', answerAfter: 1 } };
  expect((await api.call('PUT', `${chat}/settings`, { settings })).status).toBe(200);
  const made = await api.call<{ rule: { id: string } }>('POST', `${chat}/rules`, {
    rule: { name: 'Any', conditions: [{ on: 'time_on_page', seconds: 0 }], texts: ['May I help?'] },
  });
  rule = made.body.rule.id;
  await api.call('POST', `${chat}/webhooks`, { webhook: { url: 'http://127.0.0.1:9/hook' } });
});
afterAll(() => server.close());

const at = (rest: string) => `/api/v1/counters/${counter}${rest}`;

interface Planted {
  readonly name: string;
  readonly visitor: string;
  readonly userId: string;
  readonly email: string;
  readonly phone: string;
  readonly conversationId: string;
  /** Everything by which they could be found. */
  readonly marks: readonly string[];
}

/** Leaves a trace by every way that there is. */
async function plant(name: string): Promise<Planted> {
  const visitor = newVisitorId();
  const [userId, email, phone] = [`user-${name}`, `${name}@shop.example`, `+7 916 ${hashOf(name)}`];
  const page = `https://shop.example/page-of-${name}`;
  await sendHit(server.url, {
    counter,
    visitor,
    pageUrl: page,
    pageRef: `https://from.example/${name}-came`,
    params: { note: `param-of-${name}`, __ym: { user_id: userId } },
  });
  await sendHit(server.url, {
    counter,
    visitor,
    kind: 'pa:1:ar:1',
    pageUrl: page,
    params: { __ymu: { group: `param-of-${name}` } },
  });
  await server.flushed();

  // No one is there: a letter to the team, and the offline form.
  await untilOffline(server.url, counter);
  const first = await visit(server.url, counter, {
    visitor,
    url: page,
    referrer: `https://from.example/${name}-came`,
  });
  const { tab, secret } = first;
  tab.send({
    type: 'offline',
    key: newKey(),
    text: `message of ${name}`,
    contact: { email, phone, name: `Name ${name}` },
  });
  await tab.next('stored');
  await tab.close();

  const { console: desk } = await attend(server.url, server.token);
  desk.send({ type: 'status', online: true });
  const back = await visit(server.url, counter, { visitor, secret, url: page });
  back.tab.send({ type: 'invitation', event: 'shown', ruleId: rule, text: 'May I help?' });
  back.tab.send({ type: 'custom', fields: [{ title: 'Note', content: `custom of ${name}` }] });
  back.tab.send({ type: 'attributes', attributes: { plan: `attribute of ${name}` } });
  back.tab.send({ type: 'token', token: userId });
  const file = await sendFile(server.url, counter, {
    secret: back.secret,
    name: `${name}.txt`,
    text: `file of ${name}`,
  });
  back.tab.send({ type: 'message', key: newKey(), text: `and more of ${name}`, fileId: file });
  await back.tab.next('stored');
  const { conversation } = await desk.next(
    'conversation',
    ({ conversation: one }) => one.visitor === visitor,
  );
  const { id: conversationId } = conversation;
  desk.send({ type: 'note', conversationId, key: newKey(), text: `note on ${name}` });
  desk.send({ type: 'message', conversationId, key: newKey(), text: `answer to ${name}`, fileId: null });
  desk.send({ type: 'tags', conversationId, tags: [`tag of ${name}`] });
  desk.send({ type: 'read', conversationId, seq: 2 });
  await back.tab.next('message', ({ message }) => message.text === `answer to ${name}`);
  desk.send({ type: 'close', conversationId });
  await back.tab.next('closed');
  back.tab.send({ type: 'rate', rating: 4, comment: `rated by ${name}` });
  await desk.next(
    'conversation',
    ({ conversation: one }) => one.rating !== null && one.id === conversationId,
  );
  await back.tab.close();
  await desk.close();

  const door = await api.call<{ url: string }>('PUT', at('/vendors/chatwoot/webhook'), {
    signing_secret: null,
  });
  await fetch(`${server.url}${new URL(door.body.url).pathname}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({
      event: 'message_created',
      message_type: 'incoming',
      conversation: {
        id: `thread-${name}`,
        meta: { sender: { email, custom_attributes: { goalpost_visitor: visitor } } },
      },
    }),
  });
  await tellTheStore(visitor, name);
  // At home, with nothing in common but the site's own id of them.
  const second = newVisitorId();
  await sendHit(server.url, {
    counter,
    visitor: second,
    pageUrl: page,
    params: { __ym: { user_id: userId } },
  });
  await mention(api, counter, { name, visitor, userId, email, phone });
  leaveReport(server.dataDir, counter, { name, visitor, userId, email, phone });
  await server.flushed();
  // Facts of the conversation and its goals arrive after its messages.
  const told = async () => findMarks((await readOut(server.dataDir)).tables, [conversationId]).join();
  await expect.poll(told, { timeout: PATIENCE_MS, interval: 500 }).toContain('analytics: conversations');
  const marks = [visitor, second, userId, email, phone, conversationId, name];
  return { name, visitor, userId, email, phone, conversationId, marks };
}

/** What comes by ways that take longer than a test: calls, late reaches, visitors at rest. */
async function tellTheStore(visitor: string, name: string): Promise<void> {
  const olap = createOlap(engineTarget(server.dataDir));
  const lines = {
    calls: { call_id: `call-${name}` },
    reaches: { kind: 'upload', goal_id: '1', reach_id: String(hashOf(name)) },
    resting_visitors: { segment: '1', last_arrival: Math.floor(Date.now() / 1_000) },
  } as const;
  for (const [table, line] of Object.entries(lines))
    await olap.insert(
      table as keyof typeof lines,
      `${JSON.stringify({ counter_id: counter, visitor_id: visitor, ...line })}\n`,
      `${table} ${name}`,
    );
  await olap.close();
}

function hashOf(text: string): number {
  let hash = 7;
  for (const char of text) hash = (hash * 31 + (char.codePointAt(0) ?? 0)) % 9_000_000;
  return 1_000_000 + hash;
}

/** Who has no number of a visitor yet, and what reports say of their conversation. */
async function writeWithoutNumber(): Promise<string> {
  const { tab } = await visit(server.url, counter, { visitor: '0' });
  tab.send({ type: 'message', key: newKey(), text: 'who am I?', fileId: null });
  await tab.next('stored');
  await tab.close();
  const path = at('/chat/conversations?state=open&limit=1');
  const { body } = await api.call<{ conversations: { id: string }[] }>('GET', path);
  const id = body.conversations[0]?.id ?? '';
  const told = async () => findMarks((await readOut(server.dataDir)).tables, [id]).join();
  await expect.poll(told, { timeout: PATIENCE_MS, interval: 500 }).toContain('analytics: conversations');
  return id;
}

async function erase(by: string, value: string): Promise<void> {
  const asked = await api.call<{ erasure: { id: string } }>('POST', at('/people/erasures'), { by, value });
  expect(asked.status).toBe(200);
  const receipt = at(`/people/erasures/${asked.body.erasure.id}`);
  await expect
    .poll(async () => (await api.call<{ erasure: object }>('GET', receipt)).body.erasure, {
      timeout: PATIENCE_MS,
    })
    .toMatchObject({ state: 'done', waits_for: '' });
}

/** What was replaced goes after two minutes otherwise. */
async function hurryParts(): Promise<void> {
  const olap = createOlap(engineTarget(server.dataDir));
  const tables = await olap.query<{ name: string }>(
    `SELECT name FROM system.tables WHERE database = currentDatabase() AND engine LIKE '%MergeTree'`,
    {},
  );
  for (const { name } of tables)
    await olap.command(
      `ALTER TABLE ${name} MODIFY SETTING old_parts_lifetime = 1, cleanup_delay_period = 1, max_cleanup_delay_period = 2`,
    );
  await olap.close();
}

it(
  '[P12] nothing of a person who is erased is in any table, part, log or file, and others stay',
  async () => {
    const [gone, stays] = [await plant('zelda-quirk'), await plant('ivo-stays')];
    const numberless = await writeWithoutNumber();
    await closeDay(server.dataDir, counter, [gone.visitor, stays.visitor]);
    const onClosedDay = async () =>
      (await api.stat(counter, { metrics: 'ym:s:visits', date1: CLOSED_DAY, date2: CLOSED_DAY })).totals;
    expect(await onClosedDay()).toEqual([2]);
    const before = await readOut(server.dataDir);
    expect(findMarks(before.tables, [numberless]).join()).toContain('analytics: conversations');
    await hurryParts();
    const aboutPeople = await tablesAboutPeople(server.dataDir);
    expect(aboutPeople.length).toBeGreaterThan(12);
    const held = (marks: readonly string[], { tables }: typeof before) => [
      ...new Set(findMarks(tables, marks).map((line) => line.split(' holds ')[0])),
    ];
    // Whatever table is new has to be planted in `plant`, or erasure is proven for nothing there.
    const planted = held(gone.marks, before);
    expect(aboutPeople.filter((table) => ![...planted, ...PASSING].includes(table))).toEqual([]);

    for (const table of ['segments', 'shares', 'schedules', 'annotations', 'boards', 'audit', 'notices'])
      expect(planted).toContain(`records: ${table}`);

    await erase('email', gone.email);
    await erase('conversation', numberless);
    const after = await vi.waitFor(
      async () => {
        const read = await readOut(server.dataDir);
        expect(read.inactive).toEqual([]);
        return read;
      },
      { timeout: PARTS_GO_MS, interval: 2_000 },
    );
    expect(findMarks([...after.tables, ...after.files], [...gone.marks, numberless])).toEqual([]);
    // Reports that waited are not sent to anyone, and say so.
    const others = held(stays.marks, before).filter((place) => place !== 'records: notices');
    expect(held(stays.marks, after)).toEqual(others);
    expect(await onClosedDay()).toEqual([1]);
    expect(reportsLeft(server.dataDir)).toEqual([
      { status: 'failed', message: '', last_answer: expect.stringContaining('a person was erased') },
      { status: 'failed', message: '', last_answer: expect.stringContaining('a person was erased') },
    ]);
    const live = await api.call<object>('GET', at('/live'));
    expect(live.status).toBe(200);
    expect(gone.marks.filter((mark) => JSON.stringify(live.body).includes(mark))).toEqual([]);
    expect(JSON.stringify(live.body)).toContain(stays.visitor);
  },
  PARTS_GO_MS * 2,
);
