/** Envybox as its public facts describe it. Its events are not public: it is seen, and makes no goal. */
import type { StandIn } from './stand-in.ts';

export const envybox: StandIn = {
  id: 'envybox',
  prefix: 'Envybox',
  address: 'https://cdn.envybox.io/widget/cbk.js?wcb_code=x',
  script: `
    return { talk: () => undefined };`,
  stories: [['talk', []]],
};
