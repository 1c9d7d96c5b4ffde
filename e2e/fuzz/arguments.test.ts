/** What the fuzzer says of arguments that it cannot follow: one sentence each. */
import { expect, it } from 'vitest';
import { readArguments } from './arguments.ts';

const read = (...args: string[]) => readArguments(args, ['wire', 'api'], 1_700_000_000_123);

it('follows those that it knows', () => {
  expect(read('--seed', '7', '--minutes', '0.5', '--only', 'api,')).toEqual({
    seed: 7,
    count: 1_000_000,
    minutes: 0.5,
    only: ['api'],
  });
  expect(read()).toMatchObject({ seed: 123, only: [] });
});

it.each([
  ['--nope'],
  ['wire'],
  ['--seed'],
  ['--seed='],
  ['--seed', 'x'],
  ['--count=Infinity'],
  ['--minutes', '-1'],
  ['--minutes=-1'],
  ['--only', 'wire,constructor'],
])('says in one sentence what is wrong with %j', (...args) => {
  const said = read(...args);
  expect(said).toMatch(/^[^\n]+$/);
  expect(said).not.toContain('at ');
});
