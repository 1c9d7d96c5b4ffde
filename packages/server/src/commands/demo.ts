/** `goalpost demo`: the server with a sample shop, ninety days of its past, and visitors who are there now. */
import type { Command } from './command.ts';

export const demo: Command = {
  name: 'demo',
  summary: 'starts the server with a sample shop and 90 days of visits',
  usage: ['', 'The shop has a data folder of its own, ./goalpost-demo; GOALPOST_DATA names another one.'],
  options: {},
  words: 0,
  async run(_given, { programs }) {
    await programs.demo();
    return null;
  },
};
