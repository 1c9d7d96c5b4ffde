/** `goalpost doctor`: what is wrong with this installation, and how to mend it. */
import { examine } from '../boot/doctor/examine.ts';
import type { Command } from './command.ts';

const SIGNS = { well: 'ok  ', note: 'note', bad: 'BAD ' } as const;

export const doctor: Command = {
  name: 'doctor',
  summary: 'says what is wrong with this installation, and how to mend it',
  usage: [
    '[--json]',
    '--json   the findings for programs',
    'Run it with the settings of the server in the environment, beside it or alone. Code 1: something is bad.',
  ],
  options: { json: { type: 'boolean' } },
  words: 0,
  async run(given, { config, say }) {
    const examined = await examine(config(), Date.now());
    if (given.flag('json')) say(JSON.stringify(examined, null, 2));
    else
      for (const { name, findings } of examined)
        for (const { how, says } of findings) say(`${SIGNS[how]}  ${name}: ${says}`);
    return examined.some(({ findings }) => findings.some(({ how }) => how === 'bad')) ? 1 : 0;
  },
};
