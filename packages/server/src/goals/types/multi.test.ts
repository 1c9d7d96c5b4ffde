/** Goals of several conditions, against plain readings of the rules [G57, G58]. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compileGoals, NO_MEMORY } from '../compile.ts';
import { NO_VISIT, type GoalFact } from '../fact.ts';
import { testGoal } from '../test-goal.ts';
import type { GoalPart } from '@goalpost/contract/goals';

const NAMES = ['a', 'b', 'c', 'd'] as const;
const event = (identifier: string): GoalFact => ({ kind: 'event', identifier });
const on = (...identifiers: readonly string[]): GoalPart => ({
  type: 'action',
  conditions: identifiers.map((url) => ({ type: 'exact', url })),
});

/** Numbers of the hits that reach the goal. */
function reachedBy(lists: { any?: GoalPart[]; all?: GoalPart[] }, hits: readonly GoalFact[]): number[] {
  const goals = compileGoals([testGoal({ type: 'multi', conditions: [], ...lists })]);
  let memory = NO_MEMORY;
  return [...hits.entries()].flatMap(([place, fact]) => {
    const matched = goals.match(fact, place, memory);
    memory = structuredClone(matched.memory);
    return matched.reached.length > 0 ? [place] : [];
  });
}

const parts = fc.array(fc.subarray([...NAMES], { minLength: 1 }), { minLength: 1, maxLength: 10 });
const visit = fc.array(fc.constantFrom(...NAMES, 'other'), { maxLength: 20 });

describe('several conditions', () => {
  it('[G57] any: each hit that fits one', () => {
    fc.assert(
      fc.property(parts, visit, (wanted, names) => {
        const expected = [...names.keys()].filter((at) =>
          wanted.some((one) => one.includes(names[at] as 'a')),
        );
        expect(reachedBy({ any: wanted.map((one) => on(...one)) }, names.map(event))).toEqual(expected);
      }),
    );
  });

  it('[G58] all: once, at the hit by which each has been met', () => {
    fc.assert(
      fc.property(parts, visit, (wanted, names) => {
        const isMet = (count: number) =>
          wanted.every((one) => names.slice(0, count).some((name) => one.includes(name as 'a')));
        const first = names.findIndex((_, at) => isMet(at + 1));
        expect(reachedBy({ all: wanted.map((one) => on(...one)) }, names.map(event))).toEqual(
          first < 0 ? [] : [first],
        );
      }),
    );
  });

  it('[G71] [G72] all, with prices, devices and a source: once, where those hold when the rest is met', () => {
    const seen = fc.record({
      name: fc.constantFrom(...NAMES),
      price: fc.option(fc.nat({ max: 20 }), { nil: undefined }),
      device: fc.constantFrom('mobile', 'desktop', 'tablet'),
    });
    const ends = fc.tuple(fc.nat({ max: 20 }), fc.nat({ max: 20 })).map(([one, other]) => ({
      price_from: Math.min(one, other),
      price_to: Math.max(one, other),
    }));
    const devices = fc.subarray(['mobile', 'desktop', 'tablet'], { minLength: 1 });
    const sources = fc.subarray(['ad', 'organic', 'direct'], { minLength: 1 });
    fc.assert(
      fc.property(
        fc.subarray([...NAMES], { maxLength: 2 }),
        ends,
        devices,
        sources,
        fc.array(seen, { maxLength: 12 }),
        fc.constantFrom('ad', 'organic', 'direct'),
        fc.nat({ max: 12 }),
        (names, price, onDevices, from, hits, source, viewAt) => {
          const wanted: GoalPart[] = [
            ...names.map((name) => on(name)),
            { type: 'price', conditions: [], ...price },
            { type: 'device', conditions: onDevices.map((url) => ({ type: 'device', url })) },
            { type: 'source', conditions: from.map((url) => ({ type: 'source', url })) },
          ];
          const before = (at: number) => hits.slice(0, at + 1);
          const expected = hits.findIndex(
            ({ device }, at) =>
              names.every((name) => before(at).some((one) => one.name === name)) &&
              before(at).some(
                (one) => (one.price ?? -1) >= price.price_from && (one.price ?? -1) <= price.price_to,
              ) &&
              onDevices.includes(device) &&
              from.includes(source) &&
              at >= viewAt,
          );
          const goals = compileGoals([testGoal({ type: 'multi', conditions: [], all: wanted })]);
          let memory = NO_MEMORY;
          const reached = hits.flatMap(({ name, price: said, device }, at) => {
            const views = at >= viewAt ? 1 : 0;
            const matched = goals.match(
              { ...event(name), device, ...(said === undefined ? {} : { price: said, params: '{}' }) },
              at,
              memory,
              { ...NO_VISIT, views, source: { trafficSource: source } },
            );
            memory = structuredClone(matched.memory);
            return matched.reached.length > 0 ? [at] : [];
          });
          // Without an event among the conditions, hits without a price or a page are not looked at.
          if (names.length > 0) expect(reached).toEqual(expected < 0 ? [] : [expected]);
          else expect(reached.length).toBeLessThanOrEqual(1);
        },
      ),
    );
  });

  it('[G58] what was met before an edit is not met after it', () => {
    const before = compileGoals([testGoal({ type: 'multi', conditions: [], all: [on('a'), on('b')] })]);
    const { memory } = before.match(event('a'), 0, NO_MEMORY);
    const after = compileGoals([testGoal({ type: 'multi', conditions: [], all: [on('a'), on('b', 'c')] })]);
    expect(after.match(event('c'), 1, memory).reached).toEqual([]);
    expect(before.match(event('b'), 1, memory).reached).toHaveLength(1);
  });

  it('[G57] an order gives its price, and what is none says nothing of it', () => {
    const goal = testGoal({
      type: 'multi',
      conditions: [],
      any: [on('call'), { type: 'e_purchase', conditions: [] }],
    });
    const goals = compileGoals([goal]);
    const order = [{ purchase: { actionField: { id: '7', revenue: 12.5 }, products: [] } }];
    const bought = goals.match({ kind: 'params', commerce: JSON.stringify(order) }, 0, NO_MEMORY);
    expect(bought.prices.get(goal.id)).toMatchObject({ order_price: 12.5 });
    expect(goals.match(event('call'), 1, NO_MEMORY).prices.has(goal.id)).toBe(false);
  });
});
