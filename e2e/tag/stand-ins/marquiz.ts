/** Marquiz as its public facts describe it. Its events are not public: it is seen, and makes no goal. */
import type { StandIn } from './stand-in.ts';

export const marquiz: StandIn = {
  id: 'marquiz',
  prefix: 'Marquiz',
  address: 'https://script.marquiz.ru/v2.js',
  script: `
    return { talk: () => undefined };`,
  stories: [['talk', []]],
};
