/** Removal effects against every walk counted one by one [M67]. */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { GOAL, MAX_VALUES, NOTHING, OTHERS, removalEffects, START, type Step } from './removal.ts';

/** Steps that lead from earlier letters to later ones alone, so that there are few walks. */
const steps = fc
  .uniqueArray(
    fc.tuple(fc.constantFrom(START, 'a', 'b', 'c', 'd'), fc.constantFrom('a', 'b', 'c', 'd', GOAL, NOTHING)),
    { selector: (pair) => pair.join(), minLength: 1 },
  )
  .chain((pairs) =>
    fc.tuple(
      ...pairs
        .filter(([from, to]) => !/[a-d]/.test(to) || from === START || from < to)
        .map(([from, to]) => fc.integer({ min: 1, max: 9 }).map((count): Step => ({ from, to, count }))),
    ),
  );

function walked(all: readonly Step[], at: string, removed: string | null): number {
  if (at === GOAL) return 1;
  if (at === NOTHING || at === removed) return 0;
  const here = all.filter(({ from }) => from === at);
  const total = here.reduce((sum, { count }) => sum + count, 0);
  return here.reduce((sum, { to, count }) => sum + (count / total) * walked(all, to, removed), 0);
}

it('[M67] are exact, held against every walk', () => {
  fc.assert(
    fc.property(steps, (all) => {
      const whole = walked(all, START, null);
      for (const [value, effect] of removalEffects(all)) {
        const expected = whole === 0 ? 0 : 1 - walked(all, START, value) / whole;
        expect(effect).toBeCloseTo(expected, 9);
      }
    }),
  );
});

it('circles are walked to their end', () => {
  const circle = [
    { from: START, to: 'a', count: 1 },
    { from: 'a', to: 'a', count: 98 },
    { from: 'a', to: 'b', count: 1 },
    { from: 'a', to: NOTHING, count: 1 },
    { from: 'b', to: GOAL, count: 1 },
    { from: 'b', to: 'a', count: 1 },
  ];
  expect(Object.fromEntries(removalEffects(circle))).toEqual({ a: 1, b: 1 });
});

it('many values count as one behind the most frequent', () => {
  const many = Array.from({ length: 500 }, (_, at) => [
    { from: START, to: `v${at}`, count: 500 - at },
    { from: `v${at}`, to: at % 2 === 0 ? GOAL : NOTHING, count: 500 - at },
  ]).flat();
  const effects = removalEffects(many);
  expect(effects.size).toBe(MAX_VALUES);
  expect(effects.get('v0')).toBeGreaterThan(0);
  expect(effects.get(OTHERS)).toBeGreaterThan(effects.get('v0') ?? 1);
});

it('nothing at all has no effects', () => {
  expect(removalEffects([]).size).toBe(0);
});
