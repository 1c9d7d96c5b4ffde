/** The genuine open-source tag's requests, as captured, counted exactly. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { HitRecord } from './journal-record.ts';
import {
  actionGoal,
  CHROME,
  config,
  finalVisits,
  hitRows,
  processAll,
  testPipeline,
} from './test-journal.ts';

/** The capture: a request line, `Q` with decoded keys one a line, `H` headers, `B` body. */
const CAPTURE = readFileSync(join(import.meta.dirname, 'fixtures/genuine-tag.txt'), 'utf8');

function readCapture(): HitRecord[] {
  return CAPTURE.split(/^(?=(?:GET|POST) )/m)
    .filter((request) => /^\w+ \/watch\//.test(request))
    .map((request) => {
      const [, counter = '', keys = '', headers = '', body = ''] =
        /^\w+ \/watch\/(\d+)\S*\n {2}Q ([\s\S]*?)\n {2}H (.*)\n {2}B ?(.*)/.exec(request) ?? [];
      const query = keys
        .split(/\n {4}/)
        .map(
          (key) => `${key.slice(0, key.indexOf('='))}=${encodeURIComponent(key.slice(key.indexOf('=') + 1))}`,
        );
      const [, cookie = ''] = /_ym_uid=(\d+)/.exec(headers) ?? [];
      const [, sentAt = ''] = /:st:(\d+)/.exec(keys) ?? [];
      return {
        k: 'h',
        c: Number(counter),
        t: Number(sentAt) * 1_000 + 400,
        q: query.join('&'),
        ...(body === '' ? {} : { b: body }),
        a: CHROME,
        v: cookie,
      };
    });
}

const FIRST = '1795378102825877058';
const SECOND = '1795379881711662467';
const goals = [actionGoal(1, 'Jivo_Client_initiate_chat'), actionGoal(2, 'Jivo_Offline_message_sent')];

async function count(records: readonly HitRecord[]) {
  const batches = await processAll(testPipeline(), [[config({ goals }), ...records]]);
  const hits = batches.flatMap(hitRows).toSorted((one, other) => one.at - other.at);
  return { hits, visits: finalVisits(batches), notes: batches[0]?.notes };
}

describe('the genuine tag', () => {
  it('the capture has all its requests', () => {
    expect(readCapture()).toHaveLength(20);
  });

  it('[V12] retries by another transport count once, in any order', async () => {
    for (const records of [readCapture(), readCapture().toReversed()]) {
      const { hits, visits, notes } = await count(records);
      expect(notes).toEqual(new Map([[100_001, { duplicate: 6 }]]));
      expect(hits).toHaveLength(14);
      expect(visits.map((v) => [v.visitor_id, v.hits, v.page_views])).toEqual([
        [FIRST, 3, 1],
        [SECOND, 11, 2],
      ]);
    }
  });

  it('[W4] every kind of hit is told', async () => {
    const { hits } = await count(readCapture());
    const kinds = (visitor: string) => hits.filter((h) => h.visitor_id === visitor).map((h) => h.kind);
    expect(kinds(FIRST)).toEqual(['view', 'event', 'event']);
    expect(kinds(SECOND).toSorted().join(' ')).toBe(
      'download download form link notbounce params params params params view view',
    );
  });

  it('[W6] parameters of visits, of users, user id and ecommerce go where they belong', async () => {
    const { hits, visits } = await count(readCapture());
    const [, second] = visits;
    expect(JSON.parse(second?.params ?? '')).toEqual([{ plan: 'pro' }, { cart: { items: 2 } }, { a: 1 }]);
    expect(second?.user_id).toBe('u-77');
    expect(hits.map((h) => h.user_params).filter(Boolean)).toEqual(['{"vip":true,"UserID":77}']);
    expect(hits.map((h) => h.ecommerce).filter(Boolean)).toEqual([
      '[{"currencyCode":"RUB","purchase":{"actionField":{"id":"T1"},"products":[{"id":"p1","name":"Phone","price":100,"quantity":2}]}}]',
    ]);
  });

  it('[G1] [G6] goals, their price and the source of their visit', async () => {
    const { visits } = await count(readCapture());
    expect(visits[0]).toMatchObject({
      goal_ids: [1, 2],
      goal_prices: [10.5, 0],
      goal_currencies: ['RUB', 'RUB'],
      traffic_source: 'ad',
      source_engine: 'google_ads',
      utm_campaign: 'x',
      start_path: '/',
      duration: 5,
      is_bounce: true,
      browser: 'Chrome',
      screen_width: 1_280,
      language: 'en-US',
      params: '[{"plan":"pro"},{"order_price":10.5,"currency":"RUB"}]',
    });
    expect(visits[1]).toMatchObject({
      is_bounce: false,
      goal_ids: [],
      end_url: 'http://shop.example/virtual/page',
    });
  });
});
