/** amoCRM as its public facts describe it. Its events are not public: it is seen, and makes no goal. */
import type { StandIn } from './stand-in.ts';

export const amocrm: StandIn = {
  id: 'amocrm',
  prefix: 'AmoCRM',
  address: 'https://gso.amocrm.ru/js/button.js',
  stub: `window.amoSocialButton = { q: [] };`,
  script: `
    return { talk: () => undefined };`,
  stories: [['talk', []]],
};
