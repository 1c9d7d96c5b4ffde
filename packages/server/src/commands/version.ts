/** `goalpost version`: this version, and what it runs on. */
import { readVersion } from '../boot/places.ts';
import type { Command } from './command.ts';

export const version: Command = {
  name: 'version',
  summary: 'says which version this is',
  usage: [''],
  options: {},
  words: 0,
  run(_given, { say }) {
    say(`Goalpost ${readVersion()} (Node ${process.versions.node}, ${process.platform}-${process.arch})`);
    return Promise.resolve(0);
  },
};
