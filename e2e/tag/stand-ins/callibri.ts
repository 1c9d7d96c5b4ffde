/** Callibri as its public facts describe it. Its events are not public: it is seen, and makes no goal. */
import type { StandIn } from './stand-in.ts';

export const callibri: StandIn = {
  id: 'callibri',
  prefix: 'Callibri',
  address: 'https://cdn.callibri.ru/callibri.js',
  script: `
    return { talk: () => undefined };`,
  stories: [['talk', []]],
};
