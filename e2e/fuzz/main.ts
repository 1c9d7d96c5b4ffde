/** The fuzzer as a program: says its seed, and ends with 1 where it found something. */
import { parseArgs } from 'node:util';
import { fuzz } from './fuzz.ts';
import { TARGETS } from './targets.ts';

const { values } = parseArgs({
  options: {
    seed: { type: 'string', default: String(Date.now() % 1_000_000_000) },
    count: { type: 'string', default: '1000000' },
    minutes: { type: 'string', default: '10' },
    only: { type: 'string', default: '' },
  },
});
const names = values.only.split(',').filter((name) => name !== '');
const targets = names.length === 0 ? TARGETS : TARGETS.filter(({ name }) => names.includes(name));
if (targets.length === 0) {
  process.stderr.write(`There are no such targets. Known: ${TARGETS.map(({ name }) => name).join(', ')}.\n`);
  process.exit(1);
}
const say = (line: string) => process.stdout.write(`${line}\n`);
say(`seed ${values.seed}`);
const { inputs, statuses, faults } = await fuzz({
  targets,
  seed: Number(values.seed),
  count: Number(values.count),
  until: performance.now() + Number(values.minutes) * 60_000,
  say,
});
say(`${inputs} inputs; answers: ${JSON.stringify(statuses)}`);
for (const { target, seed, what, input } of faults)
  say(`${what}\n  again: npm run fuzz -- --only ${target} --seed ${seed}\n  ${input}`);
say(faults.length === 0 ? 'Nothing was found.' : `${faults.length} faults.`);
process.exit(faults.length === 0 ? 0 : 1);
