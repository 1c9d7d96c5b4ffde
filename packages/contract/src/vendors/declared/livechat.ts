/** LiveChat: how its widget is seen on a page, and what its events say. */
import type { Vendor } from '../vendor.ts';

export const livechat: Vendor = {
  id: 'livechat',
  name: 'LiveChat',
  prefix: 'LiveChat',
  seen: { globals: ['LiveChatWidget', '__lc'], scripts: ['cdn.livechatinc.com/'] },
  listens: [
    {
      by: 'call',
      path: 'LiveChatWidget.on',
      now: ['visibility_changed', 'get', 'state'],
      rows: [
        ['visibility_changed', 'opened', '0.visibility', 'maximized'],
        ['greeting_displayed', 'rule'],
        ['new_event', 'visitor', '0.author.type', 'customer'],
        ['new_event', 'rule', '0.greeting'],
        ['new_event', 'manual', '0.author.type', 'agent'],
        ['form_submitted', 'offline', '0.type', 'ticket'],
        ['form_submitted', 'contact', '0.type', 'prechat'],
        ['rating_submitted', 'rated'],
      ],
    },
  ],
  sure: 'source',
  checked: '@livechat/widget-core 1.4.1',
};
