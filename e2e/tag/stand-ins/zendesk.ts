/** Zendesk as its public facts describe it. Listeners by its one function; invitations are shown and clicked. */
import type { StandIn } from './stand-in.ts';

export const zendesk: StandIn = {
  id: 'zendesk',
  prefix: 'Zendesk',
  address: 'https://static.zdassets.com/ekr/snippet.js?key=k',
  stub: `window.zESettings = {};`,
  script: `
    const { on, say } = bus();
    window.zE = (what, name, fn) => { if (what === 'messenger:on') on(name, fn); return () => {}; };
    return {
      open: () => say('open'),
      start: () => say('conversationStarted'),
      show: () => say('proactiveMessageDisplayed'),
      click: () => say('proactiveMessageClicked'),
      assigned: () => say('conversationAgentAssigned'),
    };`,
  stories: [
    ['open start assigned', ['Window_opened', 'Client_initiate_chat']],
    ['show click start', ['Proactive_invitation_accepted']],
  ],
};
