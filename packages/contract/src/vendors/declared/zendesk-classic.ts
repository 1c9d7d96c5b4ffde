/** Zendesk's older Web Widget (Classic) with Chat: how it is seen on a page, and what its events say. */
import type { Vendor } from '../vendor.ts';

export const zendeskClassic: Vendor = {
  id: 'zendesk-classic',
  name: 'Zendesk Classic',
  prefix: 'ZendeskClassic',
  seen: { globals: ['$zopim'], scripts: ['v2.zopim.com/'] },
  listens: [
    {
      by: 'call',
      path: 'zE',
      args: ['webWidget:on', '$name', '$run'],
      rows: [
        ['open', 'opened'],
        ['chat:start', 'visitor'],
        ['userEvent', 'offline', '0.action', 'Chat Offline Message Sent'],
        ['userEvent', 'contact', '0.action', 'Chat Request Form Submitted'],
        ['userEvent', 'form', '0.action', 'Contact Form Submitted'],
        ['userEvent', 'rated', '0.action', 'Chat Rating Good'],
        ['userEvent', 'rated', '0.action', 'Chat Rating Bad'],
      ],
    },
  ],
  sure: 'source',
  checked: '2026-11',
  note: 'Whether a trigger had spoken before the visitor is not told.',
};
