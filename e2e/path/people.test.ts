/**
 * People's data from outside. What is masked is in no file, and a person who is erased is in none either, although
 * the server is killed in the midst of it. Others stay.
 */
import type { VisitorEvent, VisitorFrame } from '@goalpost/contract/chat';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { connect } from '../../packages/server/test/chat-client.ts';
import { limitOf, PATIENCE_MS } from '../../packages/server/test/eventually.ts';
import { createApi, type Api } from './api.ts';
import { type KillableServer, prepareServer } from './killable-server.ts';
import { filesOf, findMarks } from './read-out.ts';
import { newVisitorId, ORDINARY_HEADERS, sendHit } from './wire.ts';

const TOKEN = 'people-test-token-of-32-characters!!';
const PLANTED = [
  'planted.mail@mail.ru',
  '79161112233',
  '4111111111111111',
  'eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiI5In0.planted',
];

interface Counts {
  readonly hits: number;
  readonly visits: number;
  readonly messages: number;
}
interface Answer {
  readonly counts: Counts;
}
interface Receipt {
  readonly erasure: {
    readonly id: string;
    readonly state: string;
    readonly counts: Counts;
    readonly waits_for: string;
  };
}

let server: KillableServer;
let api: Api;
let counter: number;
beforeAll(async () => {
  server = await prepareServer(TOKEN);
  await server.start();
  api = createApi(server.url, TOKEN);
  counter = await api.createCounter();
  await api.call('PUT', `/api/v1/counters/${counter}/chat/settings`, { settings: { enabled: true } });
});
afterAll(() => server.close());

/** Files of the data folder that hold the text. */
const filesWith = (text: string): string[] => findMarks([...filesOf(server.dataDir)], [text]);

async function writes(visitor: string, text: string, email: string): Promise<void> {
  const socket = await connect<VisitorFrame, VisitorEvent>(
    `${server.url}/chat/v1/visitor/${counter}`,
    ORDINARY_HEADERS,
  );
  socket.send({
    type: 'hello',
    version: 1,
    visitor,
    secret: null,
    page: { url: 'https://shop.example/chat', title: 'Shop', referrer: '' },
    language: 'en',
    phone: false,
    lastSeq: 0,
  });
  await socket.next('welcome');
  socket.send({ type: 'offline', key: `key-${visitor}`, text, contact: { email, name: `Name ${visitor}` } });
  await socket.next('stored');
  await socket.close();
}

const find = (by: string, value: string) =>
  api.call<Answer>('POST', `/api/v1/counters/${counter}/people/find`, { by, value });

it(
  '[P1] what is planted is in no file, and is counted [P8]',
  async () => {
    const visitor = newVisitorId();
    for (const secret of PLANTED) {
      const escaped = encodeURIComponent(secret);
      await sendHit(server.url, {
        counter,
        visitor,
        pageUrl: `https://shop.example/?x=${escaped}`,
        pageRef: `https://t.example/?y=${escaped}`,
        params: { note: `it is ${secret}` },
      });
    }
    await writes(visitor, `my card is ${PLANTED[2]}`, 'planted@shop.example');
    await expect
      .poll(async () => (await find('visitor', visitor)).body.counts?.hits, { timeout: PATIENCE_MS })
      .toBeGreaterThanOrEqual(4);
    for (const secret of PLANTED) expect(filesWith(secret)).toEqual([]);
    const { data } = await api.stat(counter, { dimensions: 'ym:pv:URL', metrics: 'ym:pv:pageviews' });
    expect(data.map(({ dimensions }) => dimensions[0]?.name)).toContain('https://shop.example/?x=(card)');
    const health = await api.call<{ hours: { masked?: Record<string, number> }[] }>(
      'GET',
      `/api/v1/counters/${counter}/health`,
    );
    expect(health.body.hours.at(-1)?.masked?.['card']).toBeGreaterThanOrEqual(4);
  },
  limitOf(2),
);

it(
  '[P12] a person is erased although the server is killed, and others stay [P13], [P14]',
  async () => {
    const [gone, stays] = [newVisitorId(), newVisitorId()];
    for (const [visitor, name] of [
      [gone, 'gone'],
      [stays, 'stays'],
    ] as const) {
      await sendHit(server.url, {
        counter,
        visitor,
        pageUrl: `https://shop.example/${name}`,
        params: { __ym: { user_id: `user-${name}` } },
      });
      await writes(visitor, `a message of ${name}`, `${name}@shop.example`);
    }
    expect((await find('email', 'nobody@shop.example')).status).toBe(404);
    await expect
      .poll(async () => (await find('user_id', 'user-gone')).body.counts, { timeout: PATIENCE_MS })
      .toMatchObject({ hits: 2, messages: 1 });
    expect((await find('email', 'GONE@shop.example')).body.counts).toMatchObject({ messages: 1, visits: 1 });
    const before = (await find('visitor', stays)).body;
    const exported = await api.call<{ hits: { url: string }[]; chat: { messages: { text: string }[] } }>(
      'POST',
      `/api/v1/counters/${counter}/people/export`,
      { by: 'email', value: 'gone@shop.example' },
    );
    expect(exported.body.hits.map(({ url }) => url)).toContain('https://shop.example/gone');
    expect(exported.body.chat.messages.map(({ text }) => text)).toContain('a message of gone');

    const { body, status } = await api.call<Receipt>('POST', `/api/v1/counters/${counter}/people/erasures`, {
      by: 'email',
      value: 'gone@shop.example',
    });
    expect([status, body.erasure.state, body.erasure.counts.messages]).toEqual([200, 'waiting', 1]);
    await server.kill('SIGKILL');
    await server.start();
    const receipt = async () => {
      const { erasure } = (
        await api.call<Receipt>('GET', `/api/v1/counters/${counter}/people/erasures/${body.erasure.id}`)
      ).body;
      return [erasure.state, erasure.waits_for];
    };
    await expect.poll(receipt, { timeout: PATIENCE_MS }).toEqual(['done', '']);
    expect((await find('visitor', gone)).status).toBe(404);
    expect((await find('user_id', 'user-gone')).status).toBe(404);
    // Parts of tables that were replaced go some minutes later.
    for (const text of [gone, 'a message of gone', 'gone@shop.example'])
      await expect.poll(() => filesWith(text), { timeout: PATIENCE_MS, interval: 1_000 }).toEqual([]);
    expect((await find('visitor', stays)).body).toEqual(before);
  },
  limitOf(6),
);
