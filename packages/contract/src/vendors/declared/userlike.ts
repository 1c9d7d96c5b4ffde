/** Userlike: how its widget is seen on a page, and what its events say. */
import type { Vendor } from '../vendor.ts';

export const userlike: Vendor = {
  id: 'userlike',
  name: 'Userlike',
  prefix: 'Userlike',
  seen: { globals: ['userlikeConfig', 'userlike'], scripts: ['userlike-cdn-widgets', 'api.userlike.com/'] },
  listens: [
    {
      by: 'slots',
      slot: 'userlikeTrackingEvent',
      name: '0',
      thread: '2.chat_id',
      rows: [
        ['chat_started', 'visitor'],
        ['message_client_terminating', 'visitor'],
      ],
    },
  ],
  sure: 'observed',
  checked: 'v1',
  note: 'The first version of the widget; the second shows no events.',
};
