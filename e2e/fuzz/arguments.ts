/** What the fuzzer is told at its start. */
import { parseArgs } from 'node:util';

export interface FuzzArguments {
  readonly seed: number;
  readonly count: number;
  readonly minutes: number;
  /** Names of targets; all of them where none is named. */
  readonly only: readonly string[];
}

const HELP = 'npm run fuzz -- [--seed 7] [--count 100000] [--minutes 10] [--only wire,api]';

/** @returns one sentence where they cannot be read */
export function readArguments(
  args: readonly string[],
  known: readonly string[],
  now: number,
): FuzzArguments | string {
  const options = {
    seed: { type: 'string', default: String(now % 1_000_000_000) },
    count: { type: 'string', default: '1000000' },
    minutes: { type: 'string', default: '10' },
    only: { type: 'string', default: '' },
  } as const;
  let values: Record<keyof typeof options, string>;
  try {
    ({ values } = parseArgs({ args: [...args], options }));
  } catch (error) {
    const [why = ''] = (error as Error).message.split(/\.?(?:\s*\n|\. |$)/);
    return `${why}: ${HELP}`;
  }
  const numbers = { seed: Number(values.seed), count: Number(values.count), minutes: Number(values.minutes) };
  for (const [name, number] of Object.entries(numbers)) {
    const text = values[name as keyof typeof numbers];
    if (text.trim() === '' || !(number >= 0 && number < Infinity))
      return `--${name} is no number of 0 or more: ${JSON.stringify(text)}.`;
  }
  const only = values.only.split(',').filter((name) => name !== '');
  const strange = only.filter((name) => !known.includes(name));
  if (strange.length > 0)
    return `There is no target ${strange.map((name) => JSON.stringify(name)).join(', ')}: it may be ${known.join(', ')}.`;
  return { ...numbers, only };
}
