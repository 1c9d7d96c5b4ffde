/** Carrot quest as its public facts describe it. Callbacks, any number of them for a name. */
import type { StandIn } from './stand-in.ts';

export const carrotQuest: StandIn = {
  id: 'carrot-quest',
  prefix: 'CarrotQuest',
  address: 'https://cdn.carrotquest.io/api.min.js',
  script: `
    const { on, say } = bus();
    window.carrotquest = { addCallback: on };
    return {
      open: () => say('messenger_opened'),
      start: () => say('conversation_started', { id: 7, body: 'hello' }),
      reply: () => say('user_replied', { message: 12 }),
      close: () => say('messenger_closed'),
    };`,
  stories: [
    ['open start close', ['Window_opened', 'Client_initiate_chat']],
    ['reply reply', ['Proactive_invitation_accepted']],
  ],
};
