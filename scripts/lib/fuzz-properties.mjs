/** Runs all property tests with fresh seeds, again and again, until the minutes are over. */
import { say } from './console.mjs';
import { endLeftovers, runFolder } from './leftovers.mjs';
import { node24 } from './node24.mjs';
import { inRoot } from './places.mjs';
import { propertyFiles } from './property-files.mjs';
import { run } from './run.mjs';

/** One run after another keeps a world that was made before the tests for `rounds` seeds only. */
export async function fuzzProperties({ seed, minutes, rounds, paths }) {
  const files = propertyFiles().filter(
    (path) => paths.length === 0 || paths.some((part) => path.includes(part)),
  );
  if (files.length === 0) {
    say('No property test has such a path.');
    return 2;
  }
  const until = performance.now() + minutes * 60_000;
  let failed = 0;
  let first = seed;
  do {
    say(`seeds ${first} to ${first + rounds - 1}, ${files.length} files`);
    const folder = runFolder();
    const env = { ...folder.env, PROPERTY_SEED: String(first), PROPERTY_ROUNDS: String(rounds) };
    const code = await run(node24(), [inRoot('node_modules/vitest/vitest.mjs'), 'run', ...files], { env });
    endLeftovers(folder.mark);
    folder.remove();
    if (code > 128) return code;
    if (code !== 0) {
      failed += 1;
      const again = [`--minutes 0 --rounds ${rounds} --seed ${first}`, ...paths].join(' ');
      say(`Again: npm run fuzz -- properties ${again}`);
    }
    first += rounds;
  } while (performance.now() < until);
  say(failed === 0 ? `Nothing was found by ${first - seed} seeds.` : `${failed} runs found something.`);
  return failed === 0 ? 0 : 1;
}
