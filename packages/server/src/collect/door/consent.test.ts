/** What the door takes of visitors who have not agreed, and whose it takes a hit to be without cookies. */
import { CONSENT_DEFAULTS, type ConsentSettings } from '@goalpost/contract/consent';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { decodeHit } from '../decode/hit.ts';
import type { HitRecord } from '../journal-record.ts';
import {
  CHROME,
  counterConfig,
  countingPipeline,
  startTestCollection,
  type TestCollection,
} from '../test-collection.ts';

/** Visitors of these tests are in DE. */
const COUNTERS: Readonly<Record<number, Partial<ConsentSettings>>> = {
  1: { mode: 'ask' },
  2: { mode: 'ask', countries: ['FR'] },
  3: { mode: 'ask', countries: ['DE', 'FR'] },
  4: { gpc: true },
  5: { dnt: true },
  6: { mode: 'cookieless' },
};

let running: TestCollection;
const journaled: HitRecord[] = [];
beforeAll(async () => {
  running = await startTestCollection({
    configs: Object.entries(COUNTERS).map(([id, consent]) =>
      counterConfig({ counterId: Number(id), consent: { ...CONSENT_DEFAULTS, ...consent } }),
    ),
    createPipeline: () => {
      const pipeline = countingPipeline();
      return {
        ...pipeline,
        process(segment, ...rest) {
          for (const record of segment.records) if (record.k === 'h') journaled.push(record);
          return pipeline.process(segment, ...rest);
        },
      };
    },
  });
});
afterAll(() => running.stop());

const send = (counter: number, info: string, headers: Record<string, string> = {}): Promise<Response> =>
  fetch(
    `${running.url}/watch/${counter}?page-url=https%3A%2F%2Fshop.example%2F&browser-info=${encodeURIComponent(info)}`,
    { headers: { 'user-agent': CHROME, ...headers } },
  );

it.each([
  [1, 'pv:1:u:1795378102825877058', {}, 403],
  [1, 'pv:1:cs:1:u:1795378102825877058', {}, 200],
  [1, 'pv:1:u:1795378102825877058:t:a title with :cs:1: in it', {}, 403],
  [1, 'pv:1:cs:0:u:1795378102825877058', {}, 403],
  [1, '', {}, 403],
  [2, 'pv:1:u:1795378102825877058', {}, 200],
  [3, 'pv:1:u:1795378102825877058', {}, 403],
  [4, 'pv:1', {}, 200],
  [4, 'pv:1', { 'sec-gpc': '1' }, 403],
  [4, 'pv:1:cs:1', { 'sec-gpc': '1' }, 200],
  [4, 'pv:1:cs:0', { 'sec-gpc': '1' }, 403],
  [4, 'pv:1:cs:0', {}, 200],
  [4, 'pv:1', { dnt: '1' }, 200],
  [5, 'pv:1', { dnt: '1' }, 403],
  [5, 'pv:1', { dnt: '0' }, 200],
] as const)('[P21] counter %d, %j with %j: %d [P23]', async (counter, info, headers, status) => {
  expect((await send(counter, info, headers)).status).toBe(status);
});

it('[P24] without cookies, neither the wire nor a cookie says who it is, and none is set', async () => {
  const origin = new URL(running.url);
  const cookie = { cookie: '_ym_uid=1795378102825877058', referer: `http://${origin.host}/` };
  const answers = [
    await send(6, 'pv:1:rn:1:u:1795378102825877058', cookie),
    await send(6, 'pv:1:rn:2:u:1795378102999999999'),
    await send(6, 'pv:1:rn:3:u:', { 'user-agent': 'another browser' }),
  ];
  expect(answers.map(({ status, headers }) => [status, headers.get('set-cookie')])).toEqual([
    [200, null],
    [200, null],
    [200, null],
  ]);
  await running.collection.flushed();
  const visitors = journaled.filter(({ c }) => c === 6).map((record) => decodeHit(record).visitor);
  expect(visitors).toHaveLength(3);
  expect(visitors[0]).toBe(visitors[1]);
  expect(new Set([...visitors, '1795378102825877058', '1795378102999999999']).size).toBe(4);
});
