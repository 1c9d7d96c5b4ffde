/** RedHelper as its public facts describe it. Its events are not public: it is seen, and makes no goal. */
import type { StandIn } from './stand-in.ts';

export const redhelper: StandIn = {
  id: 'redhelper',
  prefix: 'RedHelper',
  address: 'https://web.redhelper.ru/service/main.js?c=x',
  script: `
    return { talk: () => undefined };`,
  stories: [['talk', []]],
};
