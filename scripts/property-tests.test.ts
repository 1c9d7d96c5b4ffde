import fc from 'fast-check';
import { readFileSync } from 'node:fs';
import { expect, it, onTestFinished } from 'vitest';
import { filesIn } from './lib/tree.mjs';
import { inRoot } from './lib/places.mjs';
import { propertyFiles } from './lib/property-files.mjs';
import { HELP, readPropertyArguments } from './lib/fuzz-arguments.mjs';
import { SEED } from './lib/property-seed.mjs';
import PropertyRounds from './property-rounds.mjs';

const seed = () => fc.readConfigureGlobal().seed;
const seen = (...params: Parameters<typeof fc.check<[number]>>[1][]) => {
  const values: number[] = [];
  fc.assert(
    fc.property(fc.nat(), (one) => void values.push(one)),
    ...params,
  );
  return values;
};

it('a property sees the same in each run, whichever way it is asked', async () => {
  const wanted = fc.sample(fc.nat(), { seed: seed()!, numRuns: 100 });
  expect(seen()).toEqual(wanted);
  expect(seen({ numRuns: 7 })).toEqual(wanted.slice(0, 7));
  expect(fc.sample(fc.nat(), 5)).toEqual(wanted.slice(0, 5));
  expect(fc.sample(fc.nat(), { numRuns: 5 })).toEqual(wanted.slice(0, 5));
  const later = await fc.check(fc.asyncProperty(fc.nat(), async () => {}));
  expect([later.seed, fc.check(fc.property(fc.nat(), () => {})).seed]).toEqual([seed(), seed()]);
});

it('a property that fails tells its seed', () => {
  const fails = () => fc.assert(fc.property(fc.nat(), (one) => one < 5));
  expect(fails).toThrow(`seed: ${seed()}`);
});

/** The fuzzer's own, and what a test that counts always finds. */
const OWN_SEED = ['packages/server/src/kit/test-examples.ts', 'packages/server/test/broken/worker.ts'];

it('no property test has a seed of its own, which no other run would change', () => {
  const own = ['packages', 'scripts', 'e2e']
    .flatMap((folder) => filesIn(folder))
    .filter((path) => /\.tsx?$/.test(path) && !path.startsWith('e2e/fuzz/') && path !== SELF)
    .filter((path) => {
      const text = readFileSync(inRoot(path), 'utf8');
      return text.includes("from 'fast-check'") && /\bseed\b(?!\()/.test(text);
    });
  expect(own).toEqual(OWN_SEED);
});
const SELF = 'scripts/property-tests.test.ts';

it('finds tests that make random inputs themselves, by a helper, or by the seed alone', () => {
  const files = propertyFiles();
  expect(files).toEqual(
    expect.arrayContaining([
      'e2e/tag/anything.test.ts',
      'packages/admin/src/chat/client/reduce.test.ts',
      'packages/server/src/chat/chat.fuzz.test.ts',
      'packages/server/src/workbench/preview/random-goals.property.test.ts',
      'packages/server/test/broken/broken.test.ts',
    ]),
  );
  expect(files.filter((path) => path.startsWith('e2e/fuzz/'))).toEqual([]);
});

it('reads what it is told, and says what cannot be', () => {
  expect(readPropertyArguments(['--seed', '7', '--minutes', '0.5', 'query/model'], 3)).toEqual({
    seed: 7,
    minutes: 0.5,
    rounds: 10,
    paths: ['query/model'],
  });
  expect(readPropertyArguments([], 3_000_000_005)).toMatchObject({ seed: 5, minutes: 10, paths: [] });
  for (const wrong of [['--seed', '1.5'], ['--rounds', '0'], ['--minutes', 'x'], ['--seed'], ['--nope']])
    expect(readPropertyArguments(wrong, 3)).toMatch(HELP);
});

it('tests that make random inputs have further rounds, each by another seed, and no others have', async ({
  task,
}) => {
  const before = fc.readConfigureGlobal();
  fc.configureGlobal({ ...before });
  onTestFinished(() => fc.configureGlobal(before));
  const runner = new PropertyRounds({ experimental: {} } as never);
  const begin = (repeats: number) => runner.onBeforeTryTask(task, { repeats, retry: 0 });
  /** There is no body of this test, so that running it fails. */
  const runs = () =>
    runner.runTask({} as never).then(
      () => false,
      ({ message }: Error) => message.startsWith(`PROPERTY_SEED=${SEED + 1}: `),
    );
  begin(0);
  begin(1);
  expect(await runs()).toBe(false);
  begin(0);
  const first = fc.sample(fc.nat(), 5);
  begin(1);
  expect(await runs()).toBe(true);
  expect(fc.sample(fc.nat(), 5)).not.toEqual(first);
  begin(0);
  begin(1);
  expect(await runs()).toBe(false);
});
