/** Sets in filters, told by stories: who saw a page, who never did, who came twice [M42]–[M44]. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { counter, goal, NOW, startTestStat, type Params, type TestStat } from './test-stat.ts';
import { from, hit, reaches, seconds, visit } from './test-visits.ts';

const PRICES = 'https://shop.example/prices';
const CART = 'https://shop.example/cart';
const at = (day: number, time = '12:00:00') => seconds(`2026-03-${String(day).padStart(2, '0')}T${time}Z`);

let stat: TestStat;
beforeAll(async () => {
  stat = await startTestStat();
  stat.counters = [counter(), counter({ id: 2 })];
  stat.goals = [goal(1)];
  // Ann looks at prices on the 5th, and buys on the 20th, coming from an ad.
  const ann = visit({ visitor_id: '1', started_at: at(5), ...from('organic', 'google') });
  const annBuys = visit({ visitor_id: '1', started_at: at(20), ...from('ad'), ...reaches(1) });
  // Bob looks at prices and the cart around midnight; Cid only sends an event.
  const bob = visit({ visitor_id: '2', started_at: at(10, '23:59:00'), ...from('ad') });
  const cid = visit({ visitor_id: '3', started_at: at(12) });
  // Dan is Bob's like on another counter.
  const dan = visit({ counter_id: 2, visitor_id: '4', visit_id: bob.visit_id, started_at: at(10) });
  await stat.add(ann, annBuys, bob, cid, dan);
  await stat.addHits(
    hit(ann, { url: PRICES }),
    hit(ann, { url: CART, kind: 'event' }),
    hit(annBuys, { url: CART }),
    hit(bob, { url: PRICES }),
    hit(bob, { url: CART, at: at(11, '00:10:00') }),
    hit(cid, { kind: 'event' }),
    hit(dan, { url: CART }),
  );
});
afterAll(() => stat.close());

const visits = async (filters: string, more: Params = {}) =>
  (await stat.data({ metrics: 'ym:s:visits', filters, ...more })).totals[0];

describe('of a visit', () => {
  it.each([
    ["EXISTS(ym:pv:URL=@'cart')", 2],
    ["NONE(ym:pv:URL=@'cart')", 2],
    ["ALL(ym:pv:URL=@'cart')", 2],
    ["EXISTS(ym:pv:URL=@'cart') AND EXISTS(ym:pv:URL=@'prices')", 1],
    ["EXISTS(ym:pv:URL=@'cart' AND ym:pv:URL=@'prices')", 0],
    ["ym:pv:URL=@'cart'", 2],
    ["EXISTS ym:s:visitID WITH (ym:pv:URL=@'cart')", 2],
    ["EXISTS(ym:s:trafficSource=='ad')", 2],
    ["NONE(ym:s:trafficSource=='ad')", 2],
    ["EXISTS(ym:pv:trafficSource=='ad')", 2],
  ])('[M42] %s chooses %i', async (filters, expected) => {
    expect(await visits(filters)).toBe(expected);
  });

  it('[M42] its pages after midnight are among them, whatever the days of the question', async () => {
    expect(await visits("EXISTS(ym:pv:URL=@'cart')", { date1: '2026-03-10', date2: '2026-03-10' })).toBe(1);
  });

  it('[M42] another counter’s visit of the same number is another visit', async () => {
    const filters = "EXISTS(ym:pv:URL=@'prices')";
    expect(await visits(filters, { ids: '2' })).toBe(0);
    expect(await visits(filters, { ids: '1,2' })).toBe(2);
  });
});

describe('of a visitor', () => {
  it.each([
    ["EXISTS ym:u:userID WITH (ym:pv:URL=@'prices')", 3],
    ["NONE ym:u:userID WITH (ym:pv:URL=@'prices')", 1],
    ["EXISTS ym:u:userID WITH (ym:s:goal1IsReached=='Yes')", 2],
    ["ALL ym:u:userID WITH (ym:s:trafficSource=='ad')", 1],
    ["EXISTS ym:u:userID WITH (ym:s:trafficSource=='organic' AND EXISTS(ym:pv:URL=@'prices'))", 2],
    ["EXISTS ym:u:userID WITH (ym:s:trafficSource=='ad' AND EXISTS(ym:pv:URL=@'prices'))", 1],
    ["EXISTS ym:u:userID WITH (ym:s:trafficSource=='ad' AND ym:pv:URL=@'cart')", 3],
  ])('[M43] %s chooses %i', async (filters, expected) => {
    expect(await visits(filters)).toBe(expected);
  });

  it('[M43] is known by the days of the question, unless the filter names days', async () => {
    const late = { date1: '2026-03-15', date2: '2026-03-31' };
    expect(await visits("EXISTS ym:u:userID WITH (ym:pv:URL=@'prices')", late)).toBe(0);
    const ever = "EXISTS ym:u:userID WITH (ym:pv:URL=@'prices' AND ym:pv:date>='2020-01-01')";
    expect(await visits(ever, late)).toBe(1);
    expect(await visits(ever.replace('2020-01-01', '2026-03-06'), late)).toBe(0);
  });

  it('[M43] days of page views count beside conditions on visits, and those of visits beside page views', async () => {
    const late = { date1: '2026-03-15', date2: '2026-03-31' };
    const some = "EXISTS ym:u:userID WITH (ym:pv:URL=@'prices' AND ym:s:browser!='nothing'";
    expect(await visits(`${some})`, late)).toBe(0);
    for (const day of ['ym:pv:date', 'ym:s:date', 'ym:pv:startOfMonth', 'ym:s:startOfMonth'])
      expect([day, await visits(`${some} AND ${day}>='2020-01-01')`, late)]).toEqual([day, 1]);
  });
});

describe('of a visitor, within days', () => {
  it.each([
    ["EXISTS ym:u:userID WITHIN 15 DAYS WITH (ym:pv:URL=@'prices')", 3],
    ["EXISTS ym:u:userID WITHIN 14 DAYS WITH (ym:pv:URL=@'prices')", 2],
    ["EXISTS ym:u:userID WITHIN 1 DAY WITH (ym:s:goal1IsReached=='Yes')", 1],
    ["NONE ym:u:userID WITHIN 14 DAYS WITH (ym:pv:URL=@'prices')", 2],
    ["ALL ym:u:userID WITHIN 15 DAYS WITH (ym:s:trafficSource=='ad')", 1],
    ["ALL ym:u:userID WITHIN 14 DAYS WITH (ym:s:trafficSource=='ad')", 2],
    [
      "EXISTS ym:u:userID WITHIN 20 DAYS WITH (ym:s:trafficSource=='ad' AND NONE ym:u:userID WITHIN 3 DAYS WITH (ym:s:trafficSource=='organic'))",
      2,
    ],
  ])('[M71] %s chooses %i', async (filters, expected) => {
    expect(await visits(filters)).toBe(expected);
  });

  it('[M71] looks back behind the days of the question, also from a segment', async () => {
    const late = { date1: '2026-03-15', date2: '2026-03-31' };
    const expression = "EXISTS ym:u:userID WITHIN 15 DAYS WITH (ym:pv:URL=@'prices')";
    expect(await visits(expression, late)).toBe(1);
    stat.segments = [{ id: 5, counterId: 1, name: 'Looked', expression, privateOf: null, createdAt: 0 }];
    expect(await visits('ym:s:segment==5', late)).toBe(1);
    expect(await visits('ym:s:segment!=5', late)).toBe(0);
  });

  it.each([
    ["EXISTS ym:u:userID WITHIN 0 DAYS WITH (ym:pv:URL=='x')", 'character 27: WITHIN takes a whole number'],
    ["EXISTS ym:u:userID WITHIN 36525 DAYS WITH (ym:pv:URL=='x')", 'WITHIN takes a whole number'],
    ["EXISTS ym:u:userID WITHIN 1.5 DAYS WITH (ym:pv:URL=='x')", 'WITHIN takes a whole number'],
    ["EXISTS ym:u:userID WITHIN 5 WITH (ym:pv:URL=='x')", 'character 29: expected DAYS'],
    ["EXISTS ym:s:visitID WITHIN 5 DAYS WITH (ym:pv:URL=='x')", 'character 21: expected WITH'],
  ])('[M71] %s is refused at its place', async (filters, message) => {
    const refusal = await stat.refusal({ metrics: 'ym:s:visits', filters });
    expect(refusal).toMatchObject({ code: 400, errors: [{ location: 'filters' }] });
    expect(refusal.message).toContain(message);
  });
});

describe('days said from today', () => {
  const days = (day: string) => Math.round((NOW - Date.parse(`2026-03-${day}T12:00:00Z`)) / 86_400_000);
  it('[M72] move with the day on which the question is asked', async () => {
    const looked = (ago: number) =>
      visits(`EXISTS ym:u:userID WITH (ym:pv:URL=@'prices' AND ym:pv:date>='${ago}daysAgo')`);
    expect(await looked(days('05'))).toBe(3);
    expect(await looked(days('05') - 1)).toBe(1);
    expect(await visits("NONE ym:u:userID WITH (ym:s:date>='today')")).toBe(1);
    expect(await visits("ym:s:date<'today'")).toBe(2);
    expect(
      (await stat.refusal({ metrics: 'ym:s:visits', filters: "ym:s:date>'tomorrow'" })).message,
    ).toContain('character 11: a day as YYYY-MM-DD, today, yesterday or NdaysAgo is needed');
  });
});

describe('of a page view', () => {
  const views = async (filters: string) =>
    (await stat.data({ metrics: 'ym:pv:pageviews', filters })).totals[0];
  it.each([
    ["ym:s:trafficSource=='ad'", 3],
    ["ym:pv:trafficSource=='ad'", 3],
    ["EXISTS(ym:pv:URL=@'prices')", 3],
    ["EXISTS ym:u:userID WITH (ym:s:goal1IsReached=='Yes')", 2],
    ["NONE ym:u:userID WITH (ym:pv:URL=@'prices')", 0],
  ])('[M44] %s chooses %i', async (filters, expected) => {
    expect(await views(filters)).toBe(expected);
  });
});

describe('is refused', () => {
  it.each([
    ['EXISTS(ym:s:visits>1)', /character 8: ym:s:visits is a metric/],
    ["EXISTS(ym:pv:planet=='x')", /character 8: unknown dimension "ym:pv:planet"/],
    ["EXISTS ym:s:clientID WITH (ym:pv:URL=='x')", /character 8: expected one of ym:s:visitID, ym:u:userID/],
  ])('%s', async (filters, message) => {
    const refusal = await stat.refusal({ metrics: 'ym:s:visits', filters });
    expect(refusal).toMatchObject({ code: 400, errors: [{ location: 'filters' }] });
    expect(refusal.message).toMatch(message);
  });
});
