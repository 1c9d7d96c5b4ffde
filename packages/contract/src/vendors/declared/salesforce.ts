/** Salesforce's Messaging for Web: how it is seen on a page, and what its events say. */
import type { Vendor } from '../vendor.ts';

export const salesforce: Vendor = {
  id: 'salesforce',
  name: 'Salesforce',
  prefix: 'Salesforce',
  seen: { globals: ['embeddedservice_bootstrap', 'embedded_svc'], scripts: ['.my.site.com/ESW'] },
  listens: [
    {
      by: 'window',
      rows: [
        ['onEmbeddedMessagingWindowMaximized', 'opened'],
        ['onEmbeddedMessagingInvitationShown', 'rule'],
        ['onEmbeddedMessagingInvitationAccepted', 'rule'],
        ['onEmbeddedMessageSent', 'visitor', '0.conversationEntry.sender.role', 'EndUser'],
        ['onEmbeddedMessagingPreChatSubmitted', 'contact'],
      ],
    },
  ],
  sure: 'documented',
  checked: '2026-11',
  note: 'Its bot greets each visitor who opens it, which is no invitation: those have events of their own.',
};
