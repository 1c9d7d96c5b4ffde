/** Jivo as its public facts describe it. Calls the page’s functions, and reports its goals to counters of the page by itself. */
import type { StandIn } from './stand-in.ts';

export const jivo: StandIn = {
  id: 'jivo',
  prefix: 'Jivo',
  address: 'https://code.jivo.ru/widget/abc',
  stub: `window.jivoOwn = window.jivo_onClientStartChat = () => { window.siteHeard = (window.siteHeard || 0) + 1; };`,
  script: `
    const goal = (name) => window.ym && window.ym(4242, 'reachGoal', name);
    window.jivo_api = { setUserToken() {} };
    return {
      heard: () => window.jivo_onClientStartChat !== window.jivoOwn,
      start: () => { if (typeof window.jivo_onClientStartChat === 'function') window.jivo_onClientStartChat(); goal('Jivo_Client_initiate_chat'); },
      invited: () => goal('Jivo_Proactive_invitation_accepted'),
      asked: () => goal('Jivo_Client_answer_on_agent_request'),
      offline: () => goal('Jivo_Offline_message_sent'),
    };`,
  stories: [
    ['start offline', ['Client_initiate_chat', 'Offline_message_sent']],
    ['invited', ['Proactive_invitation_accepted']],
    ['asked', ['Client_answer_on_agent_request']],
  ],
};
