import { expect, it } from 'vitest';
import { cpuMsOf } from '../../../test/cpu-time.ts';
import { compileGoals, NO_MEMORY } from '../compile.ts';
import { testGoal } from '../test-goal.ts';

/** Too many states for a table of them, so that each character costs as much as the pattern is long. */
const SLOW = '(?:(a)|b){0,1000}$';
const goals = compileGoals(
  Array.from({ length: 8 }, (_, index) =>
    testGoal({ id: index, type: 'url', conditions: [{ type: 'regexp', url: `${SLOW}|never${index}` }] }),
  ),
);
const fact = (text: string) => ({ kind: 'view', url: `https://shop.example/${text}` }) as const;

it('what takes long about a hit is worked out in pieces, and then known', () => {
  const hit = fact('ab'.repeat(1_000));
  const took: number[] = [];
  const pieces = goals.prepare(hit)[Symbol.iterator]();
  for (;;) {
    let done: boolean | undefined;
    took.push(cpuMsOf(() => ({ done } = pieces.next())));
    if (done === true) break;
  }
  expect(took.length).toBeGreaterThan(8);
  const whole = took.reduce((sum, ms) => sum + ms, 0);
  let reached = 0;
  const match = cpuMsOf(() => (reached = goals.match(hit, 1, NO_MEMORY).reached.length));
  expect(reached).toBe(8);
  expect(match).toBeLessThan(whole / 10);
});

it('answers are those of the hit, whether it was prepared or not', () => {
  for (const text of ['ab', 'abc', 'c', 'ab', '', 'never3', 'ab/never4/c']) {
    const fresh = compileGoals([
      testGoal({ type: 'url', conditions: [{ type: 'regexp', url: '/[^/]{100}$' }] }),
    ]);
    const hit = fact(text.padEnd(100, 'x'));
    const plain = fresh.match(hit, 1, NO_MEMORY).reached.length;
    for (const _ of fresh.prepare(hit));
    expect(fresh.match(hit, 1, NO_MEMORY).reached.length).toBe(plain);
  }
});

it('ordinary goals have nothing to prepare', () => {
  const ordinary = compileGoals([
    testGoal({ type: 'url', conditions: [{ type: 'regexp', url: '/order/\\d+' }] }),
  ]);
  expect([...ordinary.prepare(fact('order/1'))]).toEqual([]);
});
