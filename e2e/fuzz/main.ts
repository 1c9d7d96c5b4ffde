/** The fuzzer as a program: says its seed, and ends with 1 where it found something. */
import { readArguments } from './arguments.ts';
import { fuzz } from './fuzz.ts';
import { TARGETS } from './targets.ts';

const read = readArguments(
  process.argv.slice(2),
  TARGETS.map(({ name }) => name),
  Date.now(),
);
if (typeof read === 'string') {
  process.stderr.write(`${read}\n`);
  process.exit(2);
}
const { seed, count, minutes, only } = read;
const targets = only.length === 0 ? TARGETS : TARGETS.filter(({ name }) => only.includes(name));
const say = (line: string) => process.stdout.write(`${line}\n`);
say(`seed ${seed}`);
const { inputs, statuses, faults } = await fuzz({
  targets,
  seed,
  count,
  until: performance.now() + minutes * 60_000,
  say,
});
say(`${inputs} inputs; answers: ${JSON.stringify(statuses)}`);
for (const { target, seed: of, what, input } of faults)
  say(`${what}\n  again: npm run fuzz -- --only ${target} --seed ${of}\n  ${input}`);
say(faults.length === 0 ? 'Nothing was found.' : `${faults.length} faults.`);
process.exit(faults.length === 0 ? 0 : 1);
