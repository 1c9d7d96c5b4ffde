/** Chatra as its public facts describe it. Its events are not public: it is seen, and makes no goal. */
import type { StandIn } from './stand-in.ts';

export const chatra: StandIn = {
  id: 'chatra',
  prefix: 'Chatra',
  address: 'https://call.chatra.io/chatra.js',
  stub: `window.ChatraID = 'x'; window.Chatra = function (...args) { (window.Chatra.q = window.Chatra.q || []).push(args); };`,
  script: `
    return { talk: () => undefined };`,
  stories: [['talk', []]],
};
