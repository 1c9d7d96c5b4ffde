/** PostHog: how its widget is seen on a page, and what its events say. */
import type { Vendor } from '../vendor.ts';

export const posthog: Vendor = {
  id: 'posthog',
  name: 'PostHog',
  prefix: 'PostHog',
  // `posthog.conversations` is there on every page that PostHog counts, with a chat or without.
  seen: { scripts: ['/static/conversations.js'], elements: '#ph-conversations-widget-container' },
  listens: [
    {
      by: 'call',
      path: 'posthog.on',
      args: ['eventCaptured', '$run'],
      name: '0.event',
      thread: '0.properties.ticketId',
      rows: [
        ['$conversations_message_sent', 'visitor', '0.properties.isNewTicket', true],
        ['$conversations_widget_state_changed', 'opened', '0.properties.state', 'open'],
        ['$conversations_user_identified', 'contact'],
      ],
    },
  ],
  sure: 'source',
  checked: 'posthog-js 1.449.2',
};
