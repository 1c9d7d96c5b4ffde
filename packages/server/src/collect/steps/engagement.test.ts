/** Engagement: visible time and scroll depth [V39–V42], and what counts it [G49, G50], through the whole pipeline. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { testGoal } from '../../goals/test-goal.ts';
import type { JournalRecord } from '../journal-record.ts';
import {
  collect,
  config,
  COUNTER,
  finalVisits,
  hit,
  hitRows,
  processAll,
  testPipeline,
} from '../test-journal.ts';

const PAGE = 'https://shop.example/';
const seen = (at: number, active: number, scrolled = 0, more: Partial<Parameters<typeof hit>[0]> = {}) =>
  hit({ at, kind: `eng:1:ar:1:at:${active}:sd:${scrolled}`, url: PAGE, ref: PAGE, ...more });

describe('engagement', () => {
  it('[V39] starts no visit, and joins one within the timeout alone', async () => {
    const alone = await collect([seen(0, 5)]);
    expect([alone.hits, alone.visits]).toEqual([[], []]);
    const { hits, visits } = await collect([hit({ at: 0 }), seen(1_800, 5), seen(3_601, 5)]);
    expect(hits.map(({ kind, url, referrer }) => [kind, url, referrer])).toEqual([
      ['view', PAGE, ''],
      ['engagement', 'engagement://shop.example/?at=5&sd=0', PAGE],
    ]);
    expect(visits.map(({ duration, hits: count }) => [duration, count])).toEqual([[1_800, 1]]);
  });

  it('[V40] makes the duration right, and the bounce with it', async () => {
    const { visits } = await collect([hit({ at: 0 }), seen(15, 9)]);
    expect(visits.map(({ duration, is_bounce: bounce }) => [duration, bounce])).toEqual([[15, false]]);
    const short = await collect([hit({ at: 0 }), seen(14, 9)]);
    expect(short.visits[0]?.is_bounce).toBe(true);
  });

  it('[V41] uses up nothing of the thousand hits, and joins a full visit, too', async () => {
    const many = Array.from({ length: 1_000 }, (_, at) => [hit({ at }), seen(at, 1)]).flat();
    const { visits } = await collect([...many, seen(1_001, 1), hit({ at: 1_002 })]);
    expect(visits.map(({ hits, duration }) => [hits, duration])).toEqual([
      [1_000, 1_001],
      [1, 0],
    ]);
  });

  it('[V39] changes neither entry nor exit', async () => {
    const { visits } = await collect([
      hit({ at: 10, url: `${PAGE}a` }),
      seen(0, 1, 0, { ref: `${PAGE}b` }),
      seen(20, 1, 0, { ref: `${PAGE}c` }),
    ]);
    expect(visits.map(({ start_url: start, end_url: end }) => [start, end])).toEqual([
      [`${PAGE}a`, `${PAGE}a`],
    ]);
  });
});

describe('goals of engagement', () => {
  const scroll = testGoal({
    id: 1,
    counterId: COUNTER,
    type: 'scroll',
    conditions: [],
    fields: { depth: 75 },
  });
  const active = testGoal({
    id: 2,
    counterId: COUNTER,
    type: 'active_time',
    conditions: [],
    fields: { duration: 30 },
  });
  const lasting = testGoal({
    id: 3,
    counterId: COUNTER,
    type: 'visit_duration',
    conditions: [],
    fields: { duration: 60 },
  });

  it('[G49] [G50] [G41] are reached once a visit', async () => {
    const records = [hit({ at: 0 }), seen(10, 10, 80), seen(40, 20, 90), seen(70, 20, 100), hit({ at: 80 })];
    const { hits } = await collect(records, { goals: [scroll, active, lasting] });
    expect(hits.map(({ goal_ids: ids }) => ids)).toEqual([[], [1], [2], [3], []]);
  });

  it('[V42] [G50] add up over segments and visits, as a model counts them', async () => {
    const step = fc.record({
      gap: fc.constantFrom(1, 20, 1_800, 1_801),
      kind: fc.constantFrom('view', 'seen'),
      active: fc.nat({ max: 40 }),
      scrolled: fc.nat({ max: 100 }),
      split: fc.boolean(),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 25 }), async (steps) => {
        const segments: JournalRecord[][] = [[config({ goals: [scroll, active] })]];
        const model: { active: number; deep: boolean }[] = [];
        const expected: number[][] = [];
        let at = 0;
        let last = Number.NEGATIVE_INFINITY;
        for (const { gap, kind, active: seconds, scrolled, split } of steps) {
          at += gap;
          if (split) segments.push([]);
          segments.at(-1)?.push(kind === 'view' ? hit({ at }) : seen(at, seconds, scrolled));
          if (kind === 'view') {
            if (at - last > 1_800) model.push({ active: 0, deep: false });
            expected.push([]);
            last = at;
          } else if (at - last <= 1_800) {
            const visit = model.at(-1) as (typeof model)[number];
            const before = visit.active;
            visit.active += seconds;
            const isDeep = !visit.deep && scrolled >= 75;
            visit.deep ||= isDeep;
            expected.push([...(isDeep ? [1] : []), ...(before < 30 && visit.active >= 30 ? [2] : [])]);
            last = at;
          }
        }
        const batches = await processAll(testPipeline(), segments);
        expect(batches.flatMap(hitRows).map(({ goal_ids: ids }) => ids)).toEqual(expected);
        expect(finalVisits(batches)).toHaveLength(model.length);
      }),
      { numRuns: 60 },
    );
  });
});
