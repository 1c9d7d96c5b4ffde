/** `goalpost start`: the server, as the environment says. */
import type { Command } from './command.ts';

export const start: Command = {
  name: 'start',
  summary: 'starts the server',
  usage: [
    '',
    'All settings come from the environment, such as GOALPOST_PORT and GOALPOST_DATA; see README.md.',
  ],
  options: {},
  words: 0,
  async run(_given, { programs }) {
    await programs.start();
    return null;
  },
};
