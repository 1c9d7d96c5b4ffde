/** What `npm run fuzz -- properties` is told. */
import { parseArgs } from 'node:util';

export const HELP = 'npm run fuzz -- properties [--seed 7] [--minutes 10] [--rounds 10] [part of a path …]';

/**
 * @param {readonly string[]} args
 * @param {number} now of which a seed is made where none is given
 * @returns {{ seed: number, minutes: number, rounds: number, paths: string[] } | string} one sentence where they cannot be read
 */
export function readPropertyArguments(args, now) {
  const options = {
    seed: { type: 'string', default: String(now % 1_000_000_000) },
    minutes: { type: 'string', default: '10' },
    rounds: { type: 'string', default: '10' },
  };
  try {
    const { values, positionals } = parseArgs({ args: [...args], options, allowPositionals: true });
    const read = {
      seed: whole(values, 'seed', 0),
      minutes: number(values, 'minutes'),
      rounds: whole(values, 'rounds', 1),
    };
    return { ...read, paths: positionals };
  } catch (error) {
    return `${error.message.split('\n')[0]}\n${HELP}`;
  }
}

function number(values, name) {
  const read = Number(values[name]);
  if (values[name].trim() === '' || !(read >= 0 && read < Infinity))
    throw new Error(`--${name} is no number of 0 or more: ${JSON.stringify(values[name])}.`);
  return read;
}

function whole(values, name, least) {
  const read = number(values, name);
  if (!Number.isInteger(read) || read < least || read > 2_000_000_000)
    throw new Error(`--${name} is no whole number of ${least} or more: ${JSON.stringify(values[name])}.`);
  return read;
}
