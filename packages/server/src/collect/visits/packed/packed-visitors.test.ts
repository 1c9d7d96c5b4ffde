/** Visitors as bytes: what is put comes back, in order, and what is gone leaves nothing behind. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { clientOf } from '../../steps/client.ts';
import { agentOf } from '../../steps/device/agent.ts';
import { TRAFFIC_SOURCES, type Source } from '../../ports.ts';
import { placeAt } from '../awaited-hits.ts';
import { withEarlier, type Visit } from '../visit.ts';
import { PackedVisitors } from './packed-visitors.ts';

const text = fc.oneof(
  fc.constantFrom('', 'https://shop.example/', 'https://shop.example/путь', '\ud800 half', 'a'),
  fc.string({ unit: 'binary', maxLength: 40 }),
);
const seconds = fc.integer({ min: 1_500_000_000, max: 4_000_000_000 });
const id = fc.bigInt({ min: 1n, max: 2n ** 64n - 1n }).map(String);
const source: fc.Arbitrary<Source> = fc.record({
  trafficSource: fc.constantFrom(...TRAFFIC_SOURCES),
  sourceEngine: text,
  searchPhrase: text,
  utmSource: text,
  utmMedium: text,
  utmCampaign: text,
  utmContent: text,
  utmTerm: text,
  from: text,
  openstat: text,
  profile: text,
  gclid: fc.boolean(),
});
const small = fc.nat({ max: 50_000 });
const moment = fc
  .record({ at: small, late: small, second: fc.constantFrom(-1, 0, 1) })
  .map(({ at, late, second }) => ({
    at: 1_800_000_000_000 + at,
    arrivedAt: 1_800_000_000_000 + at + late,
    second: second === -1 ? -1 : 1_800_000_000 + Math.floor(at / 1_000) + second,
  }));
const place = fc.nat({ max: 40_000_000 }).map((at) => placeAt(1_800_000_000_000 + at, at % 1_000));
const price = fc.oneof(
  fc.constant(null),
  fc.record({ amount: fc.double({ min: 0, max: 1e12, noNaN: true }), currency: text }),
);
const visit = (startedAt: number): fc.Arbitrary<Visit> =>
  fc.record({
    id,
    visitor: fc.constant('1'),
    robot: fc.constant(false),
    segment: seconds,
    openedOn: fc.nat({ max: 40_000 }),
    version: fc.nat({ max: 1_000 }),
    startedAt: fc.constant(startedAt),
    endedAt: small.map((more) => startedAt + more),
    lastArrival: small.map((more) => startedAt + more),
    hits: fc.integer({ min: 1, max: 1_000 }),
    views: fc.nat({ max: 1_000 }),
    notBounce: fc.boolean(),
    activeSeconds: fc.nat({ max: 172_800 }),
    orders: fc.option(fc.array(fc.nat({ max: 4_294_967_295 }), { minLength: 1, maxLength: 20 })),
    entryAt: small.map((more) => startedAt * 1_000 + more),
    exitAt: small.map((more) => startedAt * 1_000 - more),
    startUrl: text,
    referrer: text,
    source,
    endUrl: text,
    userId: text,
    params: text,
    agent: fc
      .record({
        category: fc.constantFrom('desktop', 'mobile', 'tablet', 'tv'),
        browser: text,
        browserVersion: text,
        os: text,
        osVersion: text,
        engine: text,
        engineVersion: text,
        phoneMake: text,
        phoneModel: text,
      })
      .map(agentOf),
    client: fc
      .record({
        windowWidth: fc.nat({ max: 65_535 }),
        windowHeight: fc.nat({ max: 65_535 }),
        screenColors: fc.nat({ max: 64 }),
        pixelRatio: fc.constantFrom(0, 1, 1.25),
        zone: fc.integer({ min: -1_080, max: 1_080 }),
        cookies: fc.constantFrom('', 'yes', 'no'),
        javascript: fc.constantFrom('', 'yes', 'no'),
        thirdPartyCookies: fc.constantFrom('', 'yes'),
        region: text,
        city: text,
      })
      .map(clientOf),
    country: fc.constantFrom('', 'DE'),
    language: fc.constantFrom('', 'en-US'),
    screenWidth: fc.nat({ max: 65_535 }),
    screenHeight: fc.nat({ max: 65_535 }),
    past: fc.option(
      fc.record({
        visits: fc.nat(),
        firstVisitAt: seconds,
        lastVisitAt: seconds,
        first: source,
        significant: source,
        significantAt: seconds,
      }),
      { nil: null },
    ),
    reaches: fc.option(
      fc.array(
        fc
          .record({
            moment,
            goalId: fc.nat(),
            price: fc.double({ min: 0, max: 1e12, noNaN: true }),
            currency: text,
          })
          .map(({ moment: { at, second, arrivedAt }, ...rest }) => ({ at, second, arrivedAt, ...rest })),
        { minLength: 1, maxLength: 5 },
      ),
      { nil: null },
    ),
    goalMemory: fc.dictionary(
      fc.nat({ max: 1_000 }).map(String),
      fc.record({
        mark: fc.nat(),
        taken: fc.array(place, { maxLength: 4 }),
        waiting: fc.array(fc.tuple(fc.integer({ min: 1, max: 4 }), place), { maxLength: 4 }),
      }),
      { noNullPrototype: true },
    ),
    awaited: fc.option(
      fc.array(
        fc
          .record({ moment, place, price })
          .map(({ moment: { at, second, arrivedAt }, ...rest }) => ({ at, second, arrivedAt, ...rest })),
        { minLength: 1, maxLength: 3 },
      ),
      { nil: null },
    ),
    earlier: fc.constant(null),
    touchedBy: fc.constant(-1),
  }) as fc.Arbitrary<Visit>;
const anyVisit = seconds.chain(visit);

/** A visitor's visits, the latest opened with those before it. */
const chained = (visits: readonly Visit[], visitor: string, robot: boolean): Visit => {
  let latest: Visit | null = null;
  for (const each of visits) latest = { ...each, visitor, robot, earlier: latest };
  return latest as Visit;
};
const plain = (latest: Visit) => [...withEarlier(latest)].map((each) => ({ ...each, earlier: null }));

describe('a visitor as bytes', () => {
  it('is given back as it was put, whatever it holds', () => {
    fc.assert(
      fc.property(
        fc.array(anyVisit, { minLength: 1, maxLength: 4 }),
        id,
        fc.boolean(),
        (visits, visitor, robot) => {
          const packed = new PackedVisitors();
          const latest = chained(visits, visitor, robot);
          // Texts are shared from their second use on, so that both ways are tried.
          for (let time = 0; time < 3; time++) {
            packed.put(7, latest);
            const found = packed.find(7, visitor, robot);
            expect(plain(found?.visits() as Visit)).toEqual(plain(latest));
            expect(found?.lastArrival).toBe(Math.max(...visits.map((each) => each.lastArrival)));
          }
          expect(packed.find(7, visitor, !robot)).toBeNull();
          expect(packed.find(8, visitor, robot)).toBeNull();
          expect(packed.size).toBe(1);
        },
      ),
    );
  });
});

describe('many visitors', () => {
  const [sample] = fc.sample(anyVisit, 1) as [Visit];
  const visitOf = (visitor: number, hits: number): Visit => ({ ...sample, visitor: String(visitor), hits });

  it('are those that were put, the longest silent first, whatever came and went', () => {
    const act = fc.oneof(
      { weight: 8, arbitrary: fc.tuple(fc.constant('put'), fc.integer({ min: 1, max: 400 })) },
      { weight: 1, arbitrary: fc.tuple(fc.constant('drop'), fc.constant(0)) },
    );
    fc.assert(
      fc.property(fc.array(act, { minLength: 1_000, maxLength: 4_000 }), (acts) => {
        const packed = new PackedVisitors();
        const model = new Map<number, number>();
        for (const [index, [what, visitor]] of acts.entries()) {
          if (what === 'put') {
            packed.put(visitor % 3, visitOf(visitor, index + 1));
            model.delete(visitor);
            model.set(visitor, index + 1);
          } else {
            packed.removeOldest();
            const [oldest] = model.keys();
            if (oldest !== undefined) model.delete(oldest);
          }
        }
        expect(packed.size).toBe(model.size);
        const all = [...packed.all()].map((each) => [Number(each.visits().visitor), each.visits().hits]);
        expect(all).toEqual([...model]);
        for (const [visitor, hits] of model) {
          expect(packed.find(visitor % 3, String(visitor), false)?.visits().hits).toBe(hits);
        }
      }),
      { numRuns: 20 },
    );
  });

  it('leave no memory behind when they go, and take none for being heard again', () => {
    const packed = new PackedVisitors();
    for (let visitor = 1; visitor <= 5_000; visitor++) packed.put(1, visitOf(visitor, 1));
    const once = packed.bytes;
    for (let round = 0; round < 20; round++) {
      for (let visitor = 1; visitor <= 5_000; visitor++)
        packed.put(1, visitOf(((visitor * 7_919) % 5_000) + 1, round));
    }
    expect(packed.size).toBe(5_000);
    expect(packed.bytes).toBeLessThan(once * 2.5);
    while (packed.oldest() !== null) packed.removeOldest();
    expect(packed.size).toBe(0);
    // One piece to write into, and the index, which does not shrink.
    expect(packed.bytes).toBeLessThan(400_000);
  });
});
