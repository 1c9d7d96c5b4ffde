/** PostHog as its public facts describe it. All events that it captures are told to one listener. */
import type { StandIn } from './stand-in.ts';

export const posthog: StandIn = {
  id: 'posthog',
  prefix: 'PostHog',
  address: 'https://us-assets.i.posthog.com/static/conversations.js',
  script: `
    const { on, say } = bus();
    // \`conversations\` is there on all pages of PostHog; its button, where the chat is on.
    window.posthog = { on, conversations: {} };
    document.documentElement.append(Object.assign(document.createElement('div'), { id: 'ph-conversations-widget-container' }));
    const capture = (event, properties = {}) => say('eventCaptured', { event, properties });
    return {
      open: () => capture('$conversations_widget_state_changed', { state: 'open' }),
      close: () => capture('$conversations_widget_state_changed', { state: 'closed' }),
      view: () => capture('$pageview'),
      start: () => capture('$conversations_message_sent', { ticketId: 't', isNewTicket: true, messageLength: 5 }),
      more: () => capture('$conversations_message_sent', { ticketId: 't', isNewTicket: false, messageLength: 5 }),
      known: () => capture('$conversations_user_identified'),
    };`,
  stories: [
    [
      'view open start more close known',
      ['Window_opened', 'Client_initiate_chat', 'User_gave_contacts_during_chat'],
    ],
    ['view more', []],
  ],
};
