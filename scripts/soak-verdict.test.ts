/** The verdict of `npm run soak`: what grows is told from what goes up and down. */
import { expect, it } from 'vitest';
import { LEAST_SAMPLES, verdictOf, type Sample } from '../bench/soak-verdict.ts';

const BOUNDS = { memory: { share: 0.05, more: 10 }, descriptors: { share: 0, more: 6 } };
const run = (of: (at: number) => Sample['values'], length = 60): Sample[] =>
  Array.from({ length }, (_, at) => ({ at: at * 10, values: of(at) }));
const flat = (samples: readonly Sample[]) => verdictOf(samples, BOUNDS).map(({ isFlat }) => isFlat);

it.each<[string, (at: number) => Sample['values'], boolean[]]>([
  ['stays', () => ({ memory: 300, descriptors: 40 }), [true, true]],
  ['warms up', (at) => ({ memory: Math.min(300, 100 + at * 12), descriptors: 40 }), [true, true]],
  ['goes up and down', (at) => ({ memory: 300 + (at % 7) * 20, descriptors: 40 + (at % 3) }), [true, true]],
  ['leaks memory', (at) => ({ memory: 200 + at * 2, descriptors: 40 }), [false, true]],
  ['leaks descriptors', (at) => ({ memory: 300, descriptors: 40 + Math.floor(at / 2) }), [true, false]],
  ['cannot be read', () => ({}), [false, false]],
])('what %s', (_name, of, verdict) => expect(flat(run(of))).toEqual(verdict));

it('says that a run was too short', () => {
  const few = run(() => ({ memory: 1, descriptors: 1 }), LEAST_SAMPLES - 1);
  expect(() => verdictOf(few, BOUNDS)).toThrow(/run it for longer/);
});
