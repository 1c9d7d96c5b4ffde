/** Whatever strangers send, the functions that read it end soon and throw nothing: `BROKEN_COUNT` sets how much. */
import { expect, it } from 'vitest';
import { runBroken } from './run.ts';
import { TARGETS } from './targets.ts';
import { TARGETS as FAULTY } from './faulty-targets.ts';

const settings = {
  seed: Number(process.env['PROPERTY_SEED'] ?? 7),
  count: Number(process.env['BROKEN_COUNT'] ?? 400),
  length: 64 * 1024,
  // What is linear takes a few; what is quadratic takes seconds.
  mostMs: 250,
};
const at = (file: string) => new URL(file, import.meta.url).href;

it(`[W19] ${TARGETS.length} functions take broken input of up to 64 KiB in little CPU time, and throw at none`, async () => {
  const names = TARGETS.map(({ name }) => name);
  const { faults, calls } = await runBroken({ ...settings, targets: at('./targets.ts') }, names);
  expect(faults).toEqual([]);
  expect(calls).toBeGreaterThan(TARGETS.length * settings.count);
});

it.each(FAULTY.map(({ name }) => name))('finds a function that %s', async (name) => {
  const { faults } = await runBroken(
    { ...settings, count: 10, targets: `${at('./faulty-targets.ts')}?only=${encodeURIComponent(name)}` },
    [name],
  );
  expect(faults.map(({ target, what }) => `${target}: ${what}`).join('\n')).toMatch(`${name}: `);
});
