/** The rules of visits [V1–V9], each through the whole pipeline. */
import { describe, expect, it } from 'vitest';
import type { JournalRecord } from '../journal-record.ts';
import { collect, event, hit, NOON, type TestHit } from '../test-journal.ts';

const HOUR = 3_600;
const AD = 'https://shop.example/?gclid=x';
const GOOGLE = 'https://www.google.com/';

/** `[start, end, hits, page views]` of each visit, in seconds past noon. */
async function shape(records: readonly JournalRecord[], timeout = 1_800) {
  const { visits } = await collect(records, { visitTimeout: timeout });
  return visits.map((v) => [v.started_at - NOON, v.ended_at - NOON, v.hits, v.page_views]);
}
const views = (...times: number[]) => times.map((at) => hit({ at }));

describe('joining', () => {
  it('[V2] silence of exactly the timeout joins, one second more does not', async () => {
    expect(await shape(views(0, 1_800))).toEqual([[0, 1_800, 2, 2]]);
    expect(await shape(views(0, 1_801))).toEqual([
      [0, 0, 1, 1],
      [1_801, 1_801, 1, 1],
    ]);
    expect(await shape(views(0, 3_600), 3_600)).toEqual([[0, 3_600, 2, 2]]);
  });

  it('[V2] a late hit joins the visit it belongs to, and visits do not run into each other', async () => {
    const late = (at: number) => hit({ at, arrived: 3 * HOUR });
    expect(await shape([...views(0, 2 * HOUR), late(600)])).toEqual([
      [0, 600, 2, 2],
      [2 * HOUR, 2 * HOUR, 1, 1],
    ]);
    expect(await shape([...views(0, 2 * HOUR), late(2 * HOUR - 600)])).toEqual([
      [0, 0, 1, 1],
      [2 * HOUR - 600, 2 * HOUR, 2, 2],
    ]);
    expect(await shape([...views(0, 3_000), late(1_500)])).toEqual([
      [0, 1_500, 2, 2],
      [3_000, 3_000, 1, 1],
    ]);
    expect(await shape([...views(0, 2 * HOUR), late(HOUR)])).toEqual([
      [0, 0, 1, 1],
      [HOUR, HOUR, 1, 1],
      [2 * HOUR, 2 * HOUR, 1, 1],
    ]);
  });

  it('[V1] visitors and counters are apart', async () => {
    expect(await shape([hit({ at: 0 }), hit({ at: 1, visitor: '5' })])).toHaveLength(2);
    expect(await shape([hit({ at: 0 }), hit({ at: 1, counter: 2 })])).toHaveLength(2);
  });

  it('[V13] a robot of the same number is apart, unless the filter is off', async () => {
    const records = [hit({ at: 0 }), hit({ at: 1, robot: true })];
    const on = await collect(records);
    expect(on.visits.map((v) => v.is_robot)).toEqual([false, true]);
    expect(on.hits.map((h) => h.is_robot)).toEqual([false, true]);
    const off = await collect(records, { filterRobots: false });
    expect(off.visits.map((v) => [v.is_robot, v.hits])).toEqual([[false, 2]]);
  });

  it('[V5] another source that is no advertisement does not split, nor does midnight', async () => {
    const records = [hit({ at: 0 }), hit({ at: 60, ref: GOOGLE }), hit({ at: 120, ref: 'https://vk.com/' })];
    expect(await shape(records)).toEqual([[0, 120, 3, 3]]);
    expect(await shape(views(12 * HOUR - 60, 12 * HOUR + 60))).toHaveLength(1);
  });
});

describe('clicks on advertisements', () => {
  it('[V3] a click always starts a visit', async () => {
    expect(await shape([hit({ at: 0 }), hit({ at: 60, url: AD, ref: GOOGLE }), hit({ at: 70 })])).toEqual([
      [0, 0, 1, 1],
      [60, 70, 2, 2],
    ]);
  });

  it('[V3] the same click within 30 s of the latest hit is a reload', async () => {
    const click = (at: number, more: Partial<TestHit> = {}) => hit({ at, url: AD, ref: GOOGLE, ...more });
    expect(await shape([click(0), hit({ at: 50 }), click(79)])).toEqual([[0, 79, 3, 3]]);
    expect(await shape([click(0), hit({ at: 50 }), click(80)])).toHaveLength(2);
    expect(await shape([click(0), click(5, { url: `${AD}2` })])).toHaveLength(2);
    expect(await shape([click(0), click(5, { ref: 'https://google.de/' })])).toHaveLength(2);
  });

  it('[V3] an event whose page bears a click id starts none', async () => {
    expect(await shape([hit({ at: 0 }), event('x', { at: 5, ref: AD })])).toHaveLength(1);
  });

  it('[V3] [V9] a click that comes late begins the visit of what followed it', async () => {
    const click = hit({ at: 0, arrived: 60, url: AD, ref: GOOGLE });
    const { visits } = await collect([event('x', { at: 1 }), event('y', { at: 9 }), click]);
    expect(visits.map((v) => [v.started_at - NOON, v.hits, v.traffic_source])).toEqual([[0, 3, 'ad']]);
    const viewed = await collect([hit({ at: 10 }), click]);
    expect(viewed.visits.map((v) => [v.started_at - NOON, v.hits, v.traffic_source])).toEqual([[0, 2, 'ad']]);
  });

  it('[V3] nothing goes before the click that started a visit', async () => {
    const records = [hit({ at: 60, url: AD, ref: GOOGLE }), hit({ at: 30, arrived: 90 }), hit({ at: 70 })];
    const { visits } = await collect(records);
    expect(visits.map((v) => [v.started_at - NOON, v.hits, v.traffic_source])).toEqual([
      [30, 1, 'direct'],
      [60, 2, 'ad'],
    ]);
  });
});

describe('bounds', () => {
  it('[V4] the 1,001st hit starts a visit', async () => {
    const records = Array.from({ length: 1_002 }, (_, at) => hit({ at }));
    expect(await shape(records)).toEqual([
      [0, 999, 1_000, 1_000],
      [1_000, 1_001, 2, 2],
    ]);
  });

  it('[V4] so does a hit more than 48 h after the first', async () => {
    const times = Array.from({ length: 98 }, (_, index) => index * 1_800);
    expect(await shape(views(...times))).toEqual([
      [0, 48 * HOUR, 97, 97],
      [48 * HOUR + 1_800, 48 * HOUR + 1_800, 1, 1],
    ]);
  });
});

describe('what a visit knows', () => {
  it.each([
    ['one page view', [hit({ at: 0 })], true, 0],
    ['two page views', views(0, 5), false, 5],
    ['14 s', [hit({ at: 0 }), event('x', { at: 14 })], true, 14],
    ['15 s', [hit({ at: 0 }), event('x', { at: 15 })], false, 15],
    ['not a bounce', [hit({ at: 0 }), hit({ at: 1, kind: 'nb:1:ar:1' })], false, 1],
    ['no page view', [event('x', { at: 0 })], true, 0],
  ] as const)('[V7] [V8] %s', async (_, records, bounce, duration) => {
    const { visits } = await collect(records);
    expect(visits.map((v) => [v.is_bounce, v.duration])).toEqual([[bounce, duration]]);
  });

  it('[V6] every kind of hit is activity', async () => {
    const kinds = ['pa:1:ar:1', 'ln:1', 'dl:1:ln:1', 'nb:1:ar:1', 'ar:1'];
    const records = kinds.map((kind, index) =>
      hit({ at: index * 1_800, kind, ...(kind === 'ar:1' ? { url: 'about:blank' } : {}) }),
    );
    expect(await shape(records)).toEqual([[0, 4 * 1_800, 5, 0]]);
  });

  it('[V9] a late first page view gives source and entry back', async () => {
    const page = (path: string) => `https://shop.example${path}`;
    const records = [
      hit({ at: 60, url: page('/b?utm_source=partner'), ref: page('/a') }),
      hit({ at: 90, url: page('/c'), ref: page('/b') }),
      hit({ at: 0, arrived: 95, url: page('/a'), ref: 'https://yandex.ru/search/?text=shoes' }),
    ];
    const { visits } = await collect(records);
    expect(visits).toHaveLength(1);
    expect(visits[0]).toMatchObject({
      start_url: page('/a'),
      start_path: '/a',
      end_url: page('/c'),
      referrer: 'https://yandex.ru/search/?text=shoes',
      traffic_source: 'organic',
      source_engine: 'yandex',
      search_phrase: 'shoes',
      utm_source: '',
    });
  });

  it('[V9] page views of one second stand as they arrived, or by their milliseconds', async () => {
    const page = (path: string) => `https://shop.example${path}`;
    const plain = await collect([hit({ at: 0, url: page('/a') }), hit({ at: 0, url: page('/b') })]);
    expect(plain.visits[0]).toMatchObject({ start_path: '/a', end_url: page('/b') });
    const exact = await collect([
      hit({ at: 0, ms: 900, url: page('/a') }),
      hit({ at: 0, ms: 100, arrived: 2, url: page('/b') }),
    ]);
    expect(exact.visits[0]).toMatchObject({ start_path: '/b', end_url: page('/a') });
  });

  it('[V9] without a page view, the entry is the page of the first hit, the exit that of the last', async () => {
    const { visits } = await collect([
      event('b', { at: 10, ref: 'https://shop.example/two' }),
      event('a', { at: 5, arrived: 12, ref: 'https://shop.example/one' }),
      hit({ at: 12, kind: 'pa:1:ar:1', url: 'https://shop.example/three' }),
    ]);
    expect(visits[0]).toMatchObject({
      start_path: '/one',
      end_url: 'https://shop.example/three',
      referrer: '',
      traffic_source: 'direct',
      page_views: 0,
    });
  });

  it.each(['goal://shop.example/x', 'form://shop.example/?i=x', 'btn://shop.example/?b=x'])(
    '[V21] %s alone: its page-ref is its page, whose tags tell the source and whose referrer is not known',
    async (url) => {
      const alone = async (page: string) =>
        (await collect([hit({ at: 0, kind: 'ar:1', url, ref: page })])).visits[0];
      expect(await alone('https://shop.example/x')).toMatchObject({
        start_url: 'https://shop.example/x',
        referrer: '',
        traffic_source: 'direct',
      });
      expect(await alone('https://shop.example/x?utm_source=news&utm_medium=email')).toMatchObject({
        referrer: '',
        traffic_source: 'email',
      });
      expect(await alone('https://other.example/')).toMatchObject({ traffic_source: 'direct' });
    },
  );

  it('[W26] tags behind the place where addresses are cut still tell the source', async () => {
    const long = 'x'.repeat(3_000);
    const first = async (more: Partial<TestHit>) => (await collect([hit({ at: 0, ...more })])).visits[0];
    const visit = await first({ url: `https://shop.example/?a=${long}&utm_source=vkads&utm_medium=cpc` });
    expect(visit).toMatchObject({ traffic_source: 'ad', utm_source: 'vkads' });
    expect(visit?.start_url).toHaveLength(2_048);
    expect(await first({ url: `https://shop.example/?a=${long}&yclid=1` })).toMatchObject({
      traffic_source: 'ad',
    });
    expect(await first({ ref: `https://yandex.ru/search/?a=${long}&text=shoes` })).toMatchObject({
      search_phrase: 'shoes',
    });
    const event = { kind: 'ar:1', url: 'goal://shop.example/x' };
    expect(await first({ ...event, ref: `https://shop.example/?a=${long}&utm_source=vkads` })).toMatchObject({
      utm_source: 'vkads',
    });
  });

  it('[V21] links and downloads say their page in the same way', async () => {
    for (const kind of ['ln:1', 'dl:1:ln:1']) {
      const [visit] = (
        await collect([hit({ at: 0, kind, url: 'https://x.example/', ref: 'https://shop.example/' })])
      ).visits;
      expect(visit).toMatchObject({ start_path: '/', referrer: '', traffic_source: 'direct' });
    }
  });

  it('keeps parameters as a list, and the last user id', async () => {
    const { visits, hits } = await collect([
      hit({ at: 0, params: { plan: 'pro' } }),
      hit({ at: 1, kind: 'pa:1:ar:1', params: { __ym: { user_id: 'one' } } }),
      hit({ at: 2, kind: 'pa:1:ar:1', params: { cart: { items: 2 } } }),
      hit({ at: 3, kind: 'pa:1:ar:1', params: { __ym: { user_id: 'two' } } }),
    ]);
    expect(visits[0]).toMatchObject({ params: '[{"plan":"pro"},{"cart":{"items":2}}]', user_id: 'two' });
    expect(hits.map((h) => h.params)).toEqual(['{"plan":"pro"}', '', '{"cart":{"items":2}}', '']);
  });

  it('[V18] a visit keeps at most 32,768 characters of parameters', async () => {
    const records = Array.from({ length: 10 }, (_, at) => hit({ at, params: { text: 'x'.repeat(8_000) } }));
    const { visits, hits } = await collect(records);
    expect(JSON.parse(visits[0]?.params ?? '')).toHaveLength(4);
    expect(hits.every((h) => h.params.length > 8_000)).toBe(true);
  });
});
