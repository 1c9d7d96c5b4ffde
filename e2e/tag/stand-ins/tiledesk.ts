/** Tiledesk as its public facts describe it. Events on its page API, each with a CustomEvent. */
import type { StandIn } from './stand-in.ts';

export const tiledesk: StandIn = {
  id: 'tiledesk',
  prefix: 'Tiledesk',
  address: 'https://widget.tiledesk.com/v5/launch.js',
  stub: `window.tiledeskSettings = { projectid: 'p' };`,
  script: `
    const { on, say } = bus();
    window.tiledesk = { on };
    const tell = (name) => say(name, new CustomEvent(name, { detail: {} }));
    return { load: () => tell('loadParams'), callout: () => tell('onOpenEyeCatcher'), send: () => { tell('beforeMessageSend'); tell('afterMessageSend'); } };`,
  stories: [
    ['load send send', ['Client_initiate_chat']],
    ['callout send', ['Proactive_invitation_accepted']],
  ],
};
