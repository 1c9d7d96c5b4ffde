/** Gorgias as its public facts describe it. Listening throws before its page API is up. */
import type { StandIn } from './stand-in.ts';

export const gorgias: StandIn = {
  id: 'gorgias',
  prefix: 'Gorgias',
  script: `
    const { on, say } = bus();
    let up = false;
    window.GorgiasChat = {
      init: async () => { up = true; },
      on: (name, fn) => { if (!up) throw new Error('not ready'); on(name, fn); },
    };
    requestIdleCallback(() => { up = true; event(window, 'gorgias-widget-loaded'); });
    return { open: () => say('widget:opened'), message: () => say('message:received', {}) };`,
  stories: [
    ['message open', ['Window_opened']],
    ['message', []],
  ],
};
