/** Crisp as its public facts describe it. Commands are pushed, before it is loaded and after. */
import type { StandIn } from './stand-in.ts';

export const crisp: StandIn = {
  id: 'crisp',
  prefix: 'Crisp',
  address: 'https://client.crisp.chat/l.js',
  stub: `window.$crisp = []; window.CRISP_WEBSITE_ID = 'site';`,
  script: `
    const { on, say } = bus();
    const run = ([what, name, fn]) => { if (what === 'on') on(name, fn); };
    const waiting = [...window.$crisp];
    window.$crisp = { push: (...all) => all.forEach(run) };
    waiting.forEach(run);
    return {
      open: () => say('chat:opened'),
      visitor: () => { say('message:compose:sent'); say('message:sent', { content: 'hello' }); },
      site: () => say('message:received', { content: 'hi' }),
      email: () => say('user:email:changed', 'zoe@shop.example'),
    };`,
  stories: [
    [
      'open visitor site visitor email',
      ['Window_opened', 'Client_initiate_chat', 'User_gave_contacts_during_chat'],
    ],
    ['site visitor', ['Proactive_invitation_accepted']],
  ],
};
